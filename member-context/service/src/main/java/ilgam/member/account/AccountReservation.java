package ilgam.member.account;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import ilgam.member.audit.Audit;
import ilgam.member.audit.Client;
import ilgam.member.audit.SecurityEventType;
import ilgam.member.language.MemberEvent.AccountClaimed;
import ilgam.member.language.MemberEvent.MemberRegistered;
import ilgam.member.language.MemberId;
import ilgam.member.language.Role;
import ilgam.member.membership.MemberCommand;
import ilgam.member.membership.MemberCommand.ClaimAccount;
import ilgam.member.membership.MemberCommand.RegisterMember;
import ilgam.member.profile.Profiles;
import ilgam.starter.messaging.PastEvents;
import ilgam.starter.reservation.Reservation;
import ilgam.starter.reservation.ReservationKinds;
import ilgam.starter.reservation.Reservations;

import static ilgam.member.account.AccountRefused.Reason.EMAIL_TAKEN;
import static ilgam.member.account.AccountRefused.Reason.HISTORY_TAKEN;
import static java.time.ZoneOffset.UTC;

/**
 * An account before its member is registered: the reserved address decides who gets it when two want it at once, and the
 * unique id does when two want to be the same known person. Whoever repeats a sign-up (with its idempotency key, or
 * after its process died) and has the same password goes on with it.
 */
@Component
class AccountReservation {

    static final Duration STRANDED_AFTER = Duration.ofSeconds(5);

    /**
     * The command for the aggregate, and the address that is reserved for it.
     *
     * @param isNew whether this attempt reserved it, not an earlier one
     */
    record Reserved(MemberCommand command, Reservation address, boolean isNew) {}

    private final JdbcClient db;
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
            JdbcClient db,
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
        this.db = db;
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

    /** Refuses what can be refused before the costly hash is made; what the same person began is gone on with. */
    Optional<Reserved> begun(NewAccount wanted) {
        if (!founder.isKnown()) founder.mustKnowSetupCode(wanted.setupCode());
        keys.mustFit(wanted);
        var there = accounts.findByEmailKey(wanted.email().key());
        var begun = there.flatMap(account -> begun(account, wanted));
        if (begun.isEmpty()) mustBeNew(wanted, there);
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
        return db.sql("select password_hash from credentials where member_id = ?")
                .param(member.value())
                .query(String.class)
                .optional()
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
                .filter(_ -> isWritten(member, wanted, grant.role(), now))
                .orElseThrow(() -> person == null ? taken() : takenOrClaimed(person));
        var invitation = grant.invitation(); // its lock comes after the account's, as when a claim is confirmed
        if (invitation != null) admission.use(invitation, member);
        db.sql("insert into credentials (member_id, password_hash, changed_at) values (?, ?, ?)")
                .params(member.value(), passwordHash, now.atOffset(UTC))
                .update();
        if (person == null) profiles.start(member, wanted.name(), wanted.language(), wanted.zone());
        else claims.begin(person, wanted);
        if (!grant.proven()) proof.askIfItCanBeGiven(wanted, member);
        audit.record(SecurityEventType.SIGNED_UP, member, client);
        return new Reserved(
                person == null ? new RegisterMember(member, grant.role()) : new ClaimAccount(person, grant.role()),
                address,
                true);
    }

    /** Makes as if nobody had signed up; a known person stays as they are. */
    private void undo(Reservation address) {
        var member = new MemberId(address.holder());
        int pending = db.sql("delete from account where member_id = ? and email_key = ?")
                .params(member.value(), address.key())
                .update();
        if (pending == 0) return;
        db.sql("delete from credentials where member_id = ?")
                .param(member.value())
                .update();
        if (!claims.giveUp(member)) profiles.forget(member);
        founder.isNot(member.value());
        admission.giveBack(member);
    }

    /** The member is registered, or has claimed the account. */
    void confirm(MemberId member) {
        db.sql("select email_key from account where member_id = ?")
                .param(member.value())
                .query(String.class)
                .optional()
                .ifPresent(address -> addresses.confirm(address, member.value()));
    }

    boolean isConfirmed(MemberId member) {
        return addresses.of(member.value()).stream().anyMatch(Reservation::confirmed);
    }

    /** In the directory, which log-in goes by. */
    boolean isShown(MemberId member) {
        return db.sql("select exists (select from member where id = ? and account)")
                .param(member.value())
                .query(Boolean.class)
                .single();
    }

    /** Somebody else may have the address from now on. */
    void forget(MemberId member) {
        addresses.end(member.value());
    }

    /** By the member's own events: the rows may not show the latest yet. */
    boolean isTheirs(MemberId member) {
        return PastEvents.of(events, member.value())
                .map(DomainEventMessage::getPayload)
                .anyMatch(event -> event instanceof MemberRegistered || event instanceof AccountClaimed);
    }

    /** The address is not named in any failure this way: the database would say it in the log. */
    private boolean isWritten(MemberId member, NewAccount wanted, Role role, Instant now) {
        return db.sql("""
                                insert into account (member_id, email, email_key, role, created_at, sign_up_key, sign_up_body)
                                values (:member, :email, :key, :role, :now, :sign_up_key, :sign_up_body)
                                on conflict do nothing
                                """)
                        .param("member", member.value())
                        .param("email", wanted.email().text())
                        .param("key", wanted.email().key())
                        .param("role", role.name())
                        .param("now", Timestamp.from(now))
                        .param("sign_up_key", wanted.signUpKey(), Types.BINARY)
                        .param("sign_up_body", wanted.signUpBody())
                        .update()
                == 1;
    }

    /** Still pending, and for longer than a sign-up takes: its process may have died. */
    private boolean isStranded(Reservation address) {
        return !address.confirmed()
                && address.takenAt().isBefore(clock.instant().minus(STRANDED_AFTER));
    }

    /** In this order: whoever may not have an account here does not learn who has one. */
    private void mustBeNew(NewAccount wanted, Optional<Account> there) {
        if (there.filter(account -> account.wasMadeBy(wanted)).isPresent()) throw SignUpKeys.reused();
        if (founder.isKnown()) admission.admit(wanted.email(), wanted.invitation());
        if (there.isPresent()) throw taken();
    }

    private AccountRefused takenOrClaimed(MemberId person) {
        return accounts.find(person.value()).isPresent() ? claimed() : taken();
    }

    static AccountRefused claimed() {
        return new AccountRefused(
                HISTORY_TAKEN,
                "This invitation does not hold any more: the person it was for has an account, or is another member."
                        + " Log in, or ask for a new one.");
    }

    private static AccountRefused taken() {
        return new AccountRefused(
                EMAIL_TAKEN, "There is an account with this e-mail address already. Log in, or use another address.");
    }
}
