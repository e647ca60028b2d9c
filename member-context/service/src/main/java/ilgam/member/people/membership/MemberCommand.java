package ilgam.member.people.membership;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberId;
import ilgam.member.language.Role;

/** Everything that can be done about a person's membership. */
public sealed interface MemberCommand {

    MemberId member();

    /** A person signed up and gets an account. */
    record RegisterMember(@TargetAggregateIdentifier MemberId member, Role role) implements MemberCommand {}

    /** An import names a person who has no account. */
    record AnnouncePerson(@TargetAggregateIdentifier MemberId member) implements MemberCommand {}

    /**
     * An admin gives a member another role.
     *
     * @param ifVersion the version that the admin saw; null skips the check. A role that was given since then stays
     */
    record ChangeRole(
            @TargetAggregateIdentifier MemberId member,
            Role role,
            @Nullable Long ifVersion) implements MemberCommand {}

    /** A known person gets an account and acts under their existing id from now on. */
    record ClaimAccount(@TargetAggregateIdentifier MemberId member, Role role) implements MemberCommand {}

    /** An admin merges a known person into this other member. */
    record MergePerson(@TargetAggregateIdentifier MemberId member, MemberId into) implements MemberCommand {}

    /**
     * An admin deactivates a member; their work stays.
     *
     * @param ifVersion the version that the admin saw; null skips the check. Refused when the member's status changed
     * since then
     */
    record DeactivateMember(
            @TargetAggregateIdentifier MemberId member,
            @Nullable Long ifVersion) implements MemberCommand {}

    /**
     * An admin reactivates a member.
     *
     * @param ifVersion the version that the admin saw; null skips the check. Refused when the member's status changed
     * since then
     */
    record ReactivateMember(
            @TargetAggregateIdentifier MemberId member,
            @Nullable Long ifVersion) implements MemberCommand {}

    /**
     * An admin erases everything that identifies a member.
     *
     * @param ifVersion the version that the admin saw; null skips the check. Refused when the member's status changed
     * since then
     */
    record EraseMember(
            @TargetAggregateIdentifier MemberId member,
            @Nullable Long ifVersion) implements MemberCommand {}
}
