package ilgam.member.identity.account;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import ilgam.member.identity.audit.Audit;
import ilgam.member.identity.audit.Client;
import ilgam.member.identity.audit.SecurityEventType;
import ilgam.member.language.MemberEvent.AccountClaimed;
import ilgam.member.language.MemberEvent.MemberRegistered;
import ilgam.member.language.MemberId;
import ilgam.member.people.membership.MemberCommand;
import ilgam.member.people.membership.MemberCommand.ClaimAccount;
import ilgam.member.people.membership.MemberCommand.RegisterMember;
import ilgam.member.people.profile.Profiles;
import ilgam.starter.messaging.PastEvents;
import ilgam.starter.reservation.Reservation;
import ilgam.starter.reservation.ReservationKinds;
import ilgam.starter.reservation.Reservations;

import static ilgam.member.identity.account.AccountRefused.Reason.EMAIL_TAKEN;
import static ilgam.member.identity.account.AccountRefused.Reason.HISTORY_TAKEN;

/**
 * An account before its member is registered. The reserved address decides between two sign-ups that want it at once;
 * the unique member id decides between two that claim the same known person. A repeated sign-up (same idempotency key,
 * or after its process died) with the same password continues the earlier one.
 */
@Component
class AccountReservation {

    static final Duration STRANDED_AFTER = Duration.ofSeconds(5);

    /**
     * The command for the aggregate, and the address that is reserved for it.
     *
     * @param isNew whether this attempt reserved the address, not an earlier one
     */
    record Reserved(MemberCommand command, Reservation address, boolean isNew) {}

    private final Reservations addresses;
    private final EventStore events;
    private final Accounts accounts;
    private final SignUpKeys keys;
    private final Profiles profiles;
    private final Claims claims;
    private final Founder founder;
    private final PasswordHashing hashing;
    private final EmailProof proof;
    private final Admission admission;
    private final Audit audit;
    private final Clock clock;

    AccountReservation(
            ReservationKinds kinds,
            EventStore events,
            Accounts accounts,
            SignUpKeys keys,
            Profiles profiles,
            Claims claims,
            Founder founder,
            PasswordHashing hashing,
            EmailProof proof,
            Admission admission,
            Audit audit,
            Clock clock) {
        this.addresses = kinds.lasting("email-address", address -> isTheirs(new MemberId(address.holder())))
                .whenReleased(this::undo);
        this.events = events;
        this.accounts = accounts;
        this.keys = keys;
        this.profiles = profiles;
        this.claims = claims;
        this.founder = founder;
        this.hashing = hashing;
        this.proof = proof;
        this.admission = admission;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Continues an earlier attempt of the same person. Otherwise checks everything that can be refused before the
     * expensive hash is computed.
     */
    Optional<Reserved> begun(NewAccount wanted) {
        if (!founder.isKnown()) founder.mustKnowSetupCode(wanted.setupCode());
        keys.mustFit(wanted);
        var existing = accounts.findByEmailKey(wanted.email().key());
        var begun = existing.flatMap(account -> begun(account, wanted));
        if (begun.isEmpty()) mustBeNew(wanted, existing);
        return begun;
    }

    private Optional<Reserved> begun(Account account, NewAccount wanted) {
        var member = new MemberId(account.memberId());
        return addresses.of(member.value()).stream()
                .filter(address -> account.wasMadeBy(wanted) || isStranded(address))
                .filter(_ -> isPasswordOf(member, wanted.password()))
                .map(address -> new Reserved(
                        claims.isUnderWay(member)
                                ? new ClaimAccount(member, account.role())
                                : new RegisterMember(member, account.role()),
                        address,
                        false))
                .findFirst();
    }

    private boolean isPasswordOf(MemberId member, Password password) {
        return accounts.passwordHashOf(member)
                .filter(known -> hashing.matches(password, known))
                .isPresent();
    }

    /** Reserves the account for a new member {@code fresh}, or for the known person whom the invitation names. */
    @Transactional
    public Reserved reserve(MemberId fresh, NewAccount wanted, String passwordHash, Client client) {
        keys.take(wanted);
        var now = clock.instant();
        var first = founder.becomes(fresh.value());
        var grant = first ? SignUpGrant.FIRST : admission.admit(wanted.email(), wanted.invitation());
        if (first) founder.mustKnowSetupCode(wanted.setupCode());
        var person = grant.person();
        var member = person == null ? fresh : person;
        var address = addresses
                .take(wanted.email().key(), member.value())
                .filter(_ -> accounts.write(member, wanted, grant.role(), now))
                .orElseThrow(() -> person == null ? taken() : takenOrClaimed(person));
        var invitation = grant.invitation(); // locked after the account, as when a claim is confirmed
        if (invitation != null) admission.use(invitation, member);
        accounts.writePassword(member, passwordHash, now);
        if (person == null) profiles.start(member, wanted.name(), wanted.language(), wanted.zone());
        else claims.begin(person, wanted);
        if (!grant.proven()) proof.requestIfPossible(wanted, member);
        audit.record(SecurityEventType.SIGNED_UP, member, client);
        return new Reserved(
                person == null ? new RegisterMember(member, grant.role()) : new ClaimAccount(person, grant.role()),
                address,
                true);
    }

    /** Removes everything that the sign-up wrote; a known person stays as they are. */
    private void undo(Reservation address) {
        var member = new MemberId(address.holder());
        if (!accounts.delete(member, address.key())) return;
        if (!claims.giveUp(member)) profiles.delete(member);
        founder.isNot(member.value());
        admission.giveBack(member);
    }

    /** Confirms the address: the member is registered, or has claimed the account. */
    void confirm(MemberId member) {
        accounts.addressOf(member).ifPresent(address -> addresses.confirm(address, member.value()));
    }

    boolean isConfirmed(MemberId member) {
        return addresses.of(member.value()).stream().anyMatch(Reservation::confirmed);
    }

    /** Releases the address, so that other people can use it. */
    void release(MemberId member) {
        addresses.end(member.value());
    }

    /** Decides by the member's own events, as the projection may be behind. */
    boolean isTheirs(MemberId member) {
        return PastEvents.of(events, member.value())
                .map(DomainEventMessage::getPayload)
                .anyMatch(event -> event instanceof MemberRegistered || event instanceof AccountClaimed);
    }

    /** Whether it is still pending after the time that a sign-up takes: its process may have died. */
    private boolean isStranded(Reservation address) {
        return !address.confirmed()
                && address.takenAt().isBefore(clock.instant().minus(STRANDED_AFTER));
    }

    /** Checks admission first, so that people who may not sign up do not learn who has an account. */
    private void mustBeNew(NewAccount wanted, Optional<Account> existing) {
        if (existing.filter(account -> account.wasMadeBy(wanted)).isPresent()) throw SignUpKeys.reused();
        if (founder.isKnown()) admission.admit(wanted.email(), wanted.invitation());
        if (existing.isPresent()) throw taken();
    }

    private AccountRefused takenOrClaimed(MemberId person) {
        return accounts.find(person.value()).isPresent() ? claimed() : taken();
    }

    static AccountRefused claimed() {
        return new AccountRefused(
                HISTORY_TAKEN,
                "This invitation is no longer valid: the person it was for has an account, or is another member."
                        + " Log in, or ask for a new one.");
    }

    private static AccountRefused taken() {
        return new AccountRefused(
                EMAIL_TAKEN, "An account with this e-mail address already exists. Log in, or use another address.");
    }
}
