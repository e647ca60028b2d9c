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
}
