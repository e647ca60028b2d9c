package ilgam.member.people.membership;

import java.util.Objects;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberEvent.AccountClaimed;
import ilgam.member.language.MemberEvent.MemberDeactivated;
import ilgam.member.language.MemberEvent.MemberErased;
import ilgam.member.language.MemberEvent.MemberReactivated;
import ilgam.member.language.MemberEvent.MemberRegistered;
import ilgam.member.language.MemberEvent.PersonAnnounced;
import ilgam.member.language.MemberEvent.PersonMerged;
import ilgam.member.language.MemberEvent.RoleChanged;
import ilgam.member.language.MemberId;
import ilgam.member.language.Role;
import ilgam.member.people.membership.MemberCommand.AnnouncePerson;
import ilgam.member.people.membership.MemberCommand.ChangeRole;
import ilgam.member.people.membership.MemberCommand.ClaimAccount;
import ilgam.member.people.membership.MemberCommand.DeactivateMember;
import ilgam.member.people.membership.MemberCommand.EraseMember;
import ilgam.member.people.membership.MemberCommand.MergePerson;
import ilgam.member.people.membership.MemberCommand.ReactivateMember;
import ilgam.member.people.membership.MemberCommand.RegisterMember;
import ilgam.starter.snapshots.Snapshotted;

import static ilgam.member.people.membership.MemberRefused.Reason.DEACTIVATED;
import static ilgam.member.people.membership.MemberRefused.Reason.ERASED;
import static ilgam.member.people.membership.MemberRefused.Reason.HAS_ACCOUNT;
import static ilgam.member.people.membership.MemberRefused.Reason.MERGED;
import static ilgam.member.people.membership.MemberRefused.Reason.NO_ACCOUNT;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/** A person of the company and what they may do. A command that would change nothing is a no-op. */
@Aggregate(snapshotTriggerDefinition = "lastOccurrence")
class Member implements Snapshotted {

    @AggregateIdentifier
    private @Nullable MemberId id;

    private boolean account;
    private boolean claimed;
    private boolean active = true;
    private boolean erased;
    private @Nullable MemberId mergedInto;
    private Role role = Role.MEMBER;
    private final MemberVersions versions = new MemberVersions();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RegisterMember command) {
        if (isKnown()) return;
        apply(new MemberRegistered(command.member(), command.role()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AnnouncePerson command) {
        if (isKnown()) return;
        apply(new PersonAnnounced(command.member()));
    }

    @CommandHandler
    void handle(ClaimAccount command) {
        mustBeThere();
        if (claimed) return;
        mustHaveNoAccount();
        mustBeActive();
        apply(new AccountClaimed(command.member(), command.role()));
    }

    @CommandHandler
    void handle(MergePerson command, Mergers mergers) {
        mustNotBeErased();
        if (command.into().equals(mergedInto)) return;
        mustNotBeMerged();
        mustHaveNoAccount();
        mergers.mustAdmit(command.member(), command.into());
        apply(new PersonMerged(command.member(), command.into()));
    }

    @CommandHandler
    void handle(ChangeRole command, Admins admins) {
        mustBeThere();
        mustHaveAccount();
        versions.mustHaveRoleAsSeen(command.ifVersion());
        if (role == command.role()) return;
        mustNotBeTheLast(admins, command.member());
        apply(new RoleChanged(command.member(), role, command.role()));
    }

    @CommandHandler
    void handle(DeactivateMember command, Admins admins) {
        mustBeThere();
        versions.mustHaveStatusAsSeen(command.ifVersion());
        if (!active) return;
        mustNotBeTheLast(admins, command.member());
        apply(new MemberDeactivated(command.member()));
    }

    @CommandHandler
    void handle(ReactivateMember command) {
        mustBeThere();
        versions.mustHaveStatusAsSeen(command.ifVersion());
        if (active) return;
        apply(new MemberReactivated(command.member()));
    }

    @CommandHandler
    void handle(EraseMember command, Admins admins) {
        if (erased) return;
        mustNotBeMerged();
        versions.mustHaveStatusAsSeen(command.ifVersion());
        mustNotBeTheLast(admins, command.member());
        apply(new MemberErased(command.member()));
    }

    @EventSourcingHandler
    void on(MemberRegistered registered) {
        id = registered.member();
        account = true;
        role = registered.role();
    }

    @EventSourcingHandler
    void on(PersonAnnounced announced) {
        id = announced.member();
    }

    @EventSourcingHandler
    void on(AccountClaimed claimed) {
        account = true;
        this.claimed = true;
        role = claimed.role();
    }

    @EventSourcingHandler
    void on(PersonMerged merged) {
        mergedInto = merged.into();
    }

    @EventSourcingHandler
    void on(RoleChanged changed, @SequenceNumber long version) {
        role = changed.to();
        versions.roleChanged(version);
    }

    @EventSourcingHandler
    void on(MemberDeactivated deactivated, @SequenceNumber long version) {
        active = false;
        versions.statusChanged(version);
    }

    @EventSourcingHandler
    void on(MemberReactivated reactivated, @SequenceNumber long version) {
        active = true;
        versions.statusChanged(version);
    }

    @EventSourcingHandler
    void on(MemberErased gone) {
        erased = true;
    }

    @EventSourcingHandler
    void on(MemberSnapshot kept) {
        id = kept.member();
        account = kept.account();
        claimed = kept.claimed();
        active = kept.active();
        erased = kept.erased();
        mergedInto = kept.mergedInto();
        role = kept.role();
        versions.roleChanged(kept.roleChangedIn());
        versions.statusChanged(kept.activeChangedIn());
    }

    @Override
    public MemberSnapshot snapshot() {
        return new MemberSnapshot(
                Objects.requireNonNull(id),
                account,
                claimed,
                active,
                erased,
                mergedInto,
                role,
                versions.ofRole(),
                versions.ofStatus());
    }

    private boolean isKnown() {
        return id != null;
    }

    private void mustBeThere() {
        mustNotBeErased();
        mustNotBeMerged();
    }

    private void mustNotBeErased() {
        if (erased) throw new MemberRefused(ERASED, "This person was erased. Nothing can be changed about them.");
    }

    private void mustNotBeMerged() {
        if (mergedInto != null)
            throw new MemberRefused(MERGED, "This person was merged into another member. Change that member instead.");
    }

    private void mustHaveAccount() {
        if (!account)
            throw new MemberRefused(
                    NO_ACCOUNT, "This person has no account yet. Invite them first, then give them a role.");
    }

    private void mustHaveNoAccount() {
        if (account)
            throw new MemberRefused(
                    HAS_ACCOUNT, "This member has an account. Only persons known from an import can be taken over.");
    }

    private void mustBeActive() {
        if (!active) throw new MemberRefused(DEACTIVATED, "This person was deactivated. Reactivate them first.");
    }

    /** A deactivated admin does not count as an admin. */
    private void mustNotBeTheLast(Admins admins, MemberId member) {
        if (role == Role.ADMIN && active) admins.mustRemainWithout(member);
    }

    Member() {} // Axon replays events into it
}
