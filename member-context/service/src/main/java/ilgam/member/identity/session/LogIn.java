package ilgam.member.identity.session;

import java.time.Clock;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import ilgam.member.identity.account.AccountRefused;
import ilgam.member.identity.account.EmailProof;
import ilgam.member.identity.account.Password;
import ilgam.member.identity.account.PasswordCheck;
import ilgam.member.identity.audit.Audit;
import ilgam.member.identity.audit.Client;
import ilgam.member.identity.audit.SecurityEventType;
import ilgam.member.identity.secret.Secret;
import ilgam.member.language.MemberId;
import ilgam.starter.ids.Ids;

import static ilgam.member.identity.account.AccountRefused.Reason.ACCOUNT_DEACTIVATED;
import static ilgam.member.identity.account.AccountRefused.Reason.WRONG_CREDENTIALS;

/** Logs a member in with address and password, always in a new session (against session fixation). */
@Component
public class LogIn {

    /** The member who logged in, and the secret for the session cookie. */
    public record LoggedIn(MemberId member, Secret secret) {}

    private final PasswordCheck passwords;
    private final EmailProof proof;
    private final SessionRows rows;
    private final Sessions sessions;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final SessionMetrics metrics;

    LogIn(
            PasswordCheck passwords,
            EmailProof proof,
            SessionRows rows,
            Sessions sessions,
            Audit audit,
            TransactionOperations transaction,
            Clock clock,
            SessionMetrics metrics) {
        this.passwords = passwords;
        this.proof = proof;
        this.rows = rows;
        this.sessions = sessions;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Logs in. The browser's previous session, if any, ends. */
    public LoggedIn logIn(String email, Password password, Client client, @Nullable Secret before) {
        var shown = passwords.whoHas(email, password, client).orElseThrow(() -> failed(email, client));
        if (!shown.active()) throw deactivated(shown.member(), client);
        var member = shown.member();
        proof.mustBeGivenBy(member);
        var secret = Secret.fresh("");
        var begun = transaction.execute(status -> {
            if (!passwords.holds(shown)) return false;
            if (before != null) sessions.end(before);
            rows.insert(Session.begun(Ids.next(), secret, member, client, clock.instant()));
            audit.record(SecurityEventType.LOGGED_IN, member, client);
            return true;
        });
        if (!Boolean.TRUE.equals(begun)) throw failed(email, client);
        return new LoggedIn(member, secret);
    }

    /** Refuses a deactivated account. Called only after the right password. */
    private AccountRefused deactivated(MemberId member, Client client) {
        metrics.logInFailed();
        audit.record(SecurityEventType.LOG_IN_FAILED, member, null, null, client);
        return new AccountRefused(ACCOUNT_DEACTIVATED, "This account is deactivated. Ask an administrator about it.");
    }

    private AccountRefused failed(String email, Client client) {
        metrics.logInFailed();
        audit.record(SecurityEventType.LOG_IN_FAILED, passwords.ownerOf(email).orElse(null), null, null, client);
        return new AccountRefused(WRONG_CREDENTIALS, "The e-mail address or the password is wrong.");
    }
}
