package ilgam.member.identity.account;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import ilgam.member.identity.account.PasswordCheck.Proof;
import ilgam.member.identity.audit.Audit;
import ilgam.member.identity.audit.Client;
import ilgam.member.identity.audit.SecurityEventType;
import ilgam.member.language.MemberId;

import static ilgam.member.identity.account.AccountRefused.Reason.WRONG_PASSWORD;

/** A member chooses a new password by entering the current one. Every other session of theirs ends. */
@Component
public class ChangePassword {

    private final Accounts accounts;
    private final NewPassword passwords;
    private final PasswordHashing hashing;
    private final PasswordCheck check;
    private final Audit audit;
    private final TransactionOperations transaction;

    ChangePassword(
            Accounts accounts,
            NewPassword passwords,
            PasswordHashing hashing,
            PasswordCheck check,
            Audit audit,
            TransactionOperations transaction) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.hashing = hashing;
        this.check = check;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** The address the member logs in with, which must not be their password. */
    public @Nullable EmailAddress emailOf(MemberId member) {
        return accounts.find(member.value())
                .map(account -> new EmailAddress(account.email()))
                .orElse(null);
    }

    public void change(MemberId member, Password present, Password chosen, @Nullable UUID session, Client client) {
        var account = accounts.find(member.value()).orElseThrow();
        var shown = check.whoHas(account.email(), present, client)
                .filter(Proof::active)
                .orElseThrow(ChangePassword::wrong);
        var hash = hashing.hash(chosen);
        transaction.executeWithoutResult(status -> {
            if (!passwords.setInsteadOf(shown, hash, session)) throw wrong();
            audit.record(SecurityEventType.PASSWORD_CHANGED, member, client);
        });
    }

    private static AccountRefused wrong() {
        return new AccountRefused(WRONG_PASSWORD, "The current password is wrong.");
    }
}
