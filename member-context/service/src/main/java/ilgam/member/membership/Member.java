package ilgam.member.membership;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberEvent.MemberRegistered;
import ilgam.member.language.MemberEvent.PersonAnnounced;
import ilgam.member.language.MemberEvent.RoleChanged;
import ilgam.member.language.MemberId;
import ilgam.member.language.Role;
import ilgam.member.membership.MemberCommand.AnnouncePerson;
import ilgam.member.membership.MemberCommand.ChangeRole;
import ilgam.member.membership.MemberCommand.RegisterMember;

import static ilgam.member.membership.MemberRefused.Reason.LAST_ADMIN;
import static ilgam.member.membership.MemberRefused.Reason.NO_ACCOUNT;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/** A person of the company and what they may do. Asking for what already is changes nothing. */
@Aggregate
class Member {

    @AggregateIdentifier
    private @Nullable MemberId id;

    private boolean account;
    private Role role = Role.MEMBER;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RegisterMember ask) {
        if (isKnown()) return;
        apply(new MemberRegistered(ask.member(), ask.role()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AnnouncePerson ask) {
        if (isKnown()) return;
        apply(new PersonAnnounced(ask.member()));
    }

    @CommandHandler
    void handle(ChangeRole ask, Admins admins) {
        mustHaveAccount();
        if (role == ask.role()) return;
        mustNotBeTheLast(admins, ask.member());
        apply(new RoleChanged(ask.member(), role, ask.role()));
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
    void on(RoleChanged changed) {
        role = changed.to();
    }

    private boolean isKnown() {
        return id != null;
    }

    private void mustHaveAccount() {
        if (!account)
            throw new MemberRefused(
                    NO_ACCOUNT, "This person has no account yet, so there is nobody a role could be given to.");
    }

    private void mustNotBeTheLast(Admins admins, MemberId member) {
        if (role == Role.ADMIN && !admins.remainWithout(member))
            throw new MemberRefused(
                    LAST_ADMIN, "This is the last admin. Make somebody else an admin first, then change this role.");
    }

    Member() {} // Axon replays events into it
}
