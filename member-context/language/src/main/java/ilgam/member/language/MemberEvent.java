package ilgam.member.language;

/** Everything that happens to a member. Who a member is called is not part of it. */
public sealed interface MemberEvent {

    MemberId member();

    /** Somebody signed up and has an account from now on. */
    record MemberRegistered(MemberId member, Role role) implements MemberEvent {}

    /** An import knows this person, who has no account yet. */
    record PersonAnnounced(MemberId member) implements MemberEvent {}

    /** A known person got an account: from now on they act under the id that their history has. */
    record AccountClaimed(MemberId member, Role role) implements MemberEvent {}

    /** A known person turned out to be this other member: what the one did and holds is the other's. */
    record PersonMerged(MemberId member, MemberId into) implements MemberEvent {}

    record RoleChanged(MemberId member, Role from, Role to) implements MemberEvent {}

    /** The member can't log in any more; their work and history stay. */
    record MemberDeactivated(MemberId member) implements MemberEvent {}

    record MemberReactivated(MemberId member) implements MemberEvent {}

    /** Everything that tells who the member was is gone; their id and history stay. */
    record MemberErased(MemberId member) implements MemberEvent {}
}
