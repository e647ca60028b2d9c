package ilgam.member.account;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import ilgam.member.audit.Audit;
import ilgam.member.audit.Client;
import ilgam.member.audit.Deed;
import ilgam.member.language.MemberId;
import ilgam.member.language.Role;
import ilgam.member.membership.MemberCommand.RegisterMember;
import ilgam.member.profile.Profiles;

import static ilgam.member.account.AccountRefused.Reason.EMAIL_TAKEN;

/**
 * The rows of an account, written before its member is registered: the unique address decides who gets it when
 * two want it at once. Whoever repeats a sign-up (with its idempotency key, or after its process died) and has the
 * same password goes on with it.
 */
@Component
class AccountReservation {

    static final Duration STRANDED_AFTER = Duration.ofSeconds(5);

    private final JdbcClient db;
    private final Accounts accounts;
    private final CredentialRows credentials;
    private final Profiles profiles;
    private final Founder founder;
    private final PasswordHashing hashing;
    private final EmailProof proof;
    private final Admission admission;
    private final Audit audit;
    private final Clock clock;

    AccountReservation(
            JdbcClient db,
            Accounts accounts,
            CredentialRows credentials,
            Profiles profiles,
            Founder founder,
            PasswordHashing hashing,
            EmailProof proof,
            Admission admission,
            Audit audit,
            Clock clock) {
        this.db = db;
        this.accounts = accounts;
        this.credentials = credentials;
        this.profiles = profiles;
        this.founder = founder;
        this.hashing = hashing;
        this.proof = proof;
        this.admission = admission;
        this.audit = audit;
        this.clock = clock;
    }

    /** Refuses what can be refused before the costly hash is made; what the same person began is gone on with. */
    Optional<RegisterMember> begun(NewAccount wanted) {
        if (!founder.isKnown()) founder.mustKnowSetupCode(wanted.setupCode());
        var there = accounts.findByEmailKey(wanted.email().key());
        if (there.isPresent() && !isTheSame(there.get(), wanted)) throw taken();
        if (there.isEmpty() && founder.isKnown()) admission.admit(wanted.email(), wanted.invitation());
        return there.map(account -> new RegisterMember(new MemberId(account.memberId()), account.role()));
    }

    @Transactional
    public RegisterMember reserve(MemberId member, NewAccount wanted, String passwordHash, Client client) {
        var now = clock.instant();
        var first = founder.becomes(member.value());
        var terms = first ? Admission.Terms.FIRST : admission.admit(wanted.email(), wanted.invitation());
        var role = terms.role();
        if (first) founder.mustKnowSetupCode(wanted.setupCode());
        if (!isWritten(member, wanted, role, now)) throw taken();
        credentials.save(new Credentials(member.value(), passwordHash, now));
        profiles.start(member, wanted.name(), wanted.language(), wanted.zone());
        var invitation = terms.invitation();
        if (invitation != null) admission.use(invitation, member);
        if (!terms.proven()) proof.askIfItCanBeGiven(wanted, member);
        audit.note(Deed.SIGNED_UP, member, client);
        return new RegisterMember(member, role);
    }

    @Transactional
    public void giveBack(MemberId member) {
        accounts.deleteById(member.value());
        credentials.deleteById(member.value());
        profiles.forget(member);
        founder.isNot(member.value());
        admission.giveBack(member);
    }

    /** The address is not named in any failure this way: the database would say it in the log. */
    private boolean isWritten(MemberId member, NewAccount wanted, Role role, Instant now) {
        return db.sql("""
                                insert into account (member_id, email, email_key, role, confirmed, created_at, sign_up_key)
                                values (:member, :email, :key, :role, false, :now, :sign_up_key)
                                on conflict (email_key) do nothing
                                """)
                        .param("member", member.value())
                        .param("email", wanted.email().text())
                        .param("key", wanted.email().key())
                        .param("role", role.name())
                        .param("now", Timestamp.from(now))
                        .param("sign_up_key", wanted.signUpKey(), Types.BINARY)
                        .update()
                == 1;
    }

    private boolean isTheSame(Account account, NewAccount wanted) {
        var again = account.wasMadeBy(wanted)
                || account.isStrandedAt(clock.instant().minus(STRANDED_AFTER));
        return again
                && credentials
                        .findById(account.memberId())
                        .filter(known -> hashing.matches(wanted.password(), known.passwordHash()))
                        .isPresent();
    }

    private static AccountRefused taken() {
        return new AccountRefused(
                EMAIL_TAKEN, "There is an account with this e-mail address already. Log in, or use another address.");
    }
}
