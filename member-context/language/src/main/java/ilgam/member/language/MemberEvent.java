package ilgam.member.language;

/** Everything that happens to a member. Names are not part of it. */
public sealed interface MemberEvent {

    MemberId member();

    /** A person signed up and has an account from now on. */
    record MemberRegistered(MemberId member, Role role) implements MemberEvent {}

    /** An import named this person, who has no account yet. */
    record PersonAnnounced(MemberId member) implements MemberEvent {}

    /** A known person got an account. They act under the id that their history already has. */
    record AccountClaimed(MemberId member, Role role) implements MemberEvent {}

    /** A known person turned out to be this other member, who takes over what the person did and holds. */
    record PersonMerged(MemberId member, MemberId into) implements MemberEvent {}

    record RoleChanged(MemberId member, Role from, Role to) implements MemberEvent {}

    /** The member can no longer log in; their work and history stay. */
    record MemberDeactivated(MemberId member) implements MemberEvent {}

    record MemberReactivated(MemberId member) implements MemberEvent {}

    /** Everything that identifies the member was deleted; their id and history stay. */
    record MemberErased(MemberId member) implements MemberEvent {}
}
