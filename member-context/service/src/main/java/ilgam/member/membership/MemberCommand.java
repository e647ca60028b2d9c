package ilgam.member.membership;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberId;
import ilgam.member.language.Role;

/** Everything that can be asked about somebody's membership. */
public sealed interface MemberCommand {

    MemberId member();

    /** Somebody signed up: they have an account from now on. */
    record RegisterMember(@TargetAggregateIdentifier MemberId member, Role role) implements MemberCommand {}

    /** An import names a person who has no account. */
    record AnnouncePerson(@TargetAggregateIdentifier MemberId member) implements MemberCommand {}

    /**
     * An admin gives a member another role.
     *
     * @param ifVersion what the admin saw: a role that was given since then stays
     */
    record ChangeRole(
            @TargetAggregateIdentifier MemberId member,
            Role role,
            @Nullable Long ifVersion) implements MemberCommand {}

    /** A known person gets an account and acts under their own id from now on. */
    record ClaimAccount(@TargetAggregateIdentifier MemberId member, Role role) implements MemberCommand {}

    /** An admin says that a known person is this other member. */
    record MergePerson(@TargetAggregateIdentifier MemberId member, MemberId into) implements MemberCommand {}

    /**
     * An admin ends what a member may do; what they did stays.
     *
     * @param ifVersion what the admin saw: nobody said since then whether the member is here
     */
    record DeactivateMember(
            @TargetAggregateIdentifier MemberId member,
            @Nullable Long ifVersion) implements MemberCommand {}

    /**
     * An admin lets a member in again.
     *
     * @param ifVersion what the admin saw: nobody said since then whether the member is here
     */
    record ReactivateMember(
            @TargetAggregateIdentifier MemberId member,
            @Nullable Long ifVersion) implements MemberCommand {}

    /**
     * An admin has everything forgotten that tells who a member is.
     *
     * @param ifVersion what the admin saw: nobody said since then whether the member is here
     */
    record EraseMember(
            @TargetAggregateIdentifier MemberId member,
            @Nullable Long ifVersion) implements MemberCommand {}
}
