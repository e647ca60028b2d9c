package ilgam.member.account;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
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

    private final Accounts accounts;
    private final CredentialRows credentials;
    private final Profiles profiles;
    private final Founder founder;
    private final PasswordHashing hashing;
    private final Audit audit;
    private final Clock clock;

    AccountReservation(
            Accounts accounts,
            CredentialRows credentials,
            Profiles profiles,
            Founder founder,
            PasswordHashing hashing,
            Audit audit,
            Clock clock) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.profiles = profiles;
        this.founder = founder;
        this.hashing = hashing;
        this.audit = audit;
        this.clock = clock;
    }

    /** Refuses what can be refused before the costly hash is made; what the same person began is gone on with. */
    Optional<RegisterMember> begun(NewAccount wanted) {
        if (!founder.isKnown()) founder.mustKnowSetupCode(wanted.setupCode());
        var there = accounts.findByEmailKey(wanted.email().key());
        if (there.isPresent() && !isTheSame(there.get(), wanted)) throw taken(null);
        return there.map(account -> new RegisterMember(new MemberId(account.memberId()), account.role()));
    }

    @Transactional
    public RegisterMember reserve(MemberId member, NewAccount wanted, String passwordHash, Client client) {
        var now = clock.instant();
        var role = founder.becomes(member.value()) ? Role.ADMIN : Role.MEMBER;
        if (role == Role.ADMIN) founder.mustKnowSetupCode(wanted.setupCode());
        try {
            accounts.saveAndFlush(new Account(member.value(), wanted, role, now));
        } catch (DataIntegrityViolationException raced) {
            throw taken(raced);
        }
        credentials.save(new Credentials(member.value(), passwordHash, now));
        profiles.start(member, wanted.name(), wanted.language(), wanted.zone());
        audit.note(Deed.SIGNED_UP, member, client);
        return new RegisterMember(member, role);
    }

    @Transactional
    public void giveBack(MemberId member) {
        accounts.deleteById(member.value());
        credentials.deleteById(member.value());
        profiles.forget(member);
        founder.isNot(member.value());
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

    private static AccountRefused taken(@Nullable Throwable cause) {
        var refused = new AccountRefused(
                EMAIL_TAKEN, "There is an account with this e-mail address already. Log in, or use another address.");
        if (cause != null) refused.initCause(cause);
        return refused;
    }
}
