package ilgam.member.membership;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import ilgam.member.language.MemberId;
import ilgam.member.language.Role;

/** Everything that can be asked about somebody's membership. */
public sealed interface MemberCommand {

    MemberId member();

    /** Somebody signed up: they have an account from now on. */
    record RegisterMember(@TargetAggregateIdentifier MemberId member, Role role) implements MemberCommand {}

    /** An import names a person who has no account. */
    record AnnouncePerson(@TargetAggregateIdentifier MemberId member) implements MemberCommand {}

    /** An admin gives a member another role. */
    record ChangeRole(@TargetAggregateIdentifier MemberId member, Role role) implements MemberCommand {}

    /** A known person gets an account and acts under their own id from now on. */
    record ClaimAccount(@TargetAggregateIdentifier MemberId member, Role role) implements MemberCommand {}

    /** An admin says that a known person is this other member. */
    record MergePerson(@TargetAggregateIdentifier MemberId member, MemberId into) implements MemberCommand {}

    /** An admin ends what a member may do; what they did stays. */
    record DeactivateMember(@TargetAggregateIdentifier MemberId member) implements MemberCommand {}

    /** An admin lets a member in again. */
    record ReactivateMember(@TargetAggregateIdentifier MemberId member) implements MemberCommand {}

    /** An admin has everything forgotten that tells who a member is. */
    record EraseMember(@TargetAggregateIdentifier MemberId member) implements MemberCommand {}
}
