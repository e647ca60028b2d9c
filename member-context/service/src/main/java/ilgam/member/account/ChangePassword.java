package ilgam.member.account;

import java.time.Clock;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import ilgam.member.audit.Audit;
import ilgam.member.audit.Client;
import ilgam.member.audit.Deed;
import ilgam.member.language.MemberId;

import static ilgam.member.account.AccountRefused.Reason.WRONG_PASSWORD;

/** A member chooses a new password by showing the present one; every other session of theirs ends. */
@Component
public class ChangePassword {

    private final Accounts accounts;
    private final CredentialRows credentials;
    private final PasswordHashing hashing;
    private final PasswordCheck check;
    private final OpenSessions sessions;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    ChangePassword(
            Accounts accounts,
            CredentialRows credentials,
            PasswordHashing hashing,
            PasswordCheck check,
            OpenSessions sessions,
            Audit audit,
            TransactionOperations transaction,
            Clock clock) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.hashing = hashing;
        this.check = check;
        this.sessions = sessions;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The address the member logs in with, which their password must not be. */
    public @Nullable EmailAddress emailOf(MemberId member) {
        return accounts.findById(member.value())
                .map(account -> new EmailAddress(account.email()))
                .orElse(null);
    }

    public void change(MemberId member, Password present, Password chosen, @Nullable UUID session, Client client) {
        mustBe(present, member, client);
        var hash = hashing.hash(chosen);
        transaction.executeWithoutResult(status -> {
            credentials.findById(member.value()).orElseThrow().changeTo(hash, clock.instant());
            sessions.endAllBut(session, member);
            audit.note(Deed.PASSWORD_CHANGED, member, client);
        });
    }

    private void mustBe(Password present, MemberId member, Client client) {
        var account = accounts.findById(member.value()).orElseThrow();
        if (check.whoHas(account.email(), present, client).isEmpty())
            throw new AccountRefused(WRONG_PASSWORD, "This is not the present password.");
    }
}
