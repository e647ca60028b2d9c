package ilgam.member.identity.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import ilgam.member.identity.audit.Audit;
import ilgam.member.identity.audit.Client;
import ilgam.member.identity.audit.SecurityEventType;
import ilgam.member.identity.mail.MailTemplate;
import ilgam.member.identity.mail.Outbox;
import ilgam.member.identity.secret.Secret;
import ilgam.member.language.MemberId;

import static ilgam.member.identity.account.AccountRefused.Reason.RESET_UNKNOWN;

/**
 * Resets a lost password by a mailed link that works once, within 30 minutes. The new password ends every session and
 * proves that the address is the member's.
 */
@Component
public class PasswordResets {

    private static final Duration VALID = Duration.ofMinutes(30);
    private static final int AT_MOST = 3;

    private final JdbcClient db;
    private final Mailbox mailbox;
    private final Outbox mails;
    private final PasswordHashing hashing;
    private final PasswordAttempts attempts;
    private final NewPassword passwords;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    PasswordResets(
            JdbcClient db,
            Mailbox mailbox,
            Outbox mails,
            PasswordHashing hashing,
            PasswordAttempts attempts,
            NewPassword passwords,
            Audit audit,
            TransactionOperations transaction,
            Clock clock) {
        this.db = db;
        this.mailbox = mailbox;
        this.mails = mails;
        this.hashing = hashing;
        this.attempts = attempts;
        this.passwords = passwords;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Mails a link, if the address is a member's. Sends only a few within half an hour, so that nobody's mailbox is
     * flooded.
     */
    void mail(String emailKey, Client client) {
        mailbox.at(emailKey).filter(this::mayBeSentAnother).ifPresent(known -> {
            var secret = Secret.fresh("");
            var now = clock.instant();
            db.sql("insert into password_reset (secret_hash, member_id, created_at, expires_at) values (?, ?, ?, ?)")
                    .params(secret.hash(), known.memberId(), Timestamp.from(now), Timestamp.from(now.plus(VALID)))
                    .update();
            mails.send(MailTemplate.RESET, known.addressee(), secret);
            audit.record(SecurityEventType.PASSWORD_RESET_ASKED, new MemberId(known.memberId()), null, null, client);
        });
    }

    /** The member whose password a link resets, for checking the new one. */
    public Whose whose(Secret secret) {
        return memberWith(secret)
                .flatMap(mailbox::of)
                .map(known -> new Whose(new EmailAddress(known.email()), known.displayName()))
                .orElseThrow(PasswordResets::unknown);
    }

    /** The address and name that a new password must not equal. */
    public record Whose(EmailAddress email, String displayName) {}

    public void choose(Secret secret, Password password, Client client) {
        var hash = hashing.hash(password);
        transaction.executeWithoutResult(status -> {
            memberWith(secret).map(MemberId::new).ifPresent(passwords::take);
            var member = used(secret);
            passwords.set(member, hash, null);
            attempts.clear(emailKeyAfterProof(member));
            audit.record(SecurityEventType.PASSWORD_RESET, member, client);
        });
    }

    private Optional<UUID> memberWith(Secret secret) {
        return db.sql("select member_id from password_reset where secret_hash = ? and expires_at > ?")
                .params(secret.hash(), Timestamp.from(clock.instant()))
                .query(UUID.class)
                .optional();
    }

    /** The delete decides between two concurrent uses of the same link: one of them finds it. */
    private MemberId used(Secret secret) {
        return db.sql("delete from password_reset where secret_hash = ? and expires_at > ? returning member_id")
                .params(secret.hash(), Timestamp.from(clock.instant()))
                .query(UUID.class)
                .optional()
                .map(MemberId::new)
                .orElseThrow(PasswordResets::unknown);
    }

    private String emailKeyAfterProof(MemberId member) {
        return db.sql("update account set proven = true where member_id = ? returning email_key")
                .param(member.value())
                .query(String.class)
                .single();
    }

    /** Locks the member, so that concurrent requests see each other's mails and stay within the limit. */
    private boolean mayBeSentAnother(Mailbox.Known known) {
        mailbox.lock(known.memberId());
        return db.sql("select count(*) < ? from password_reset where member_id = ? and created_at > ?")
                .params(
                        AT_MOST,
                        known.memberId(),
                        Timestamp.from(clock.instant().minus(VALID)))
                .query(Boolean.class)
                .single();
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
    void sweep() {
        db.sql("delete from password_reset where expires_at < ?")
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    private static AccountRefused unknown() {
        return new AccountRefused(
                RESET_UNKNOWN, "This link is no longer valid: it works once, within 30 minutes. Request a new one.");
    }
}
