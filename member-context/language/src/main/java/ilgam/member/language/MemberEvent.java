package ilgam.member.language;

/** Everything that happens to a member. Who a member is called is not part of it. */
public sealed interface MemberEvent {

    MemberId member();

    /** Somebody signed up and has an account from now on. */
    record MemberRegistered(MemberId member, Role role) implements MemberEvent {}

    /** An import knows this person, who has no account yet. */
    record PersonAnnounced(MemberId member) implements MemberEvent {}

    record RoleChanged(MemberId member, Role from, Role to) implements MemberEvent {}
}
