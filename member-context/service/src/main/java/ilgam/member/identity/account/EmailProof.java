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

import ilgam.member.identity.account.PasswordCheck.Proof;
import ilgam.member.identity.audit.Audit;
import ilgam.member.identity.audit.Client;
import ilgam.member.identity.audit.SecurityEventType;
import ilgam.member.identity.mail.Addressee;
import ilgam.member.identity.mail.MailSettings;
import ilgam.member.identity.mail.MailTemplate;
import ilgam.member.identity.mail.Outbox;
import ilgam.member.identity.secret.Secret;
import ilgam.member.language.MemberId;

import static ilgam.member.identity.account.AccountRefused.Reason.CONFIRMATION_UNKNOWN;
import static ilgam.member.identity.account.AccountRefused.Reason.EMAIL_UNCONFIRMED;
import static ilgam.member.identity.account.AccountRefused.Reason.WRONG_PASSWORD;

/**
 * Decides whether an address is proven to be its member's: by a mailed link together with the password that was chosen
 * at sign-up. The link alone only shows that a mail was read, which mail scanners do too, as does somebody whose
 * address another person signed up with.
 */
@Component
public class EmailProof {

    private static final Duration VALID = Duration.ofDays(2);
    private static final Duration PAUSE = Duration.ofMinutes(30);
    private static final int AT_MOST = 3;

    private final JdbcClient db;
    private final Mailbox mailbox;
    private final Outbox mails;
    private final MailSettings settings;
    private final PasswordCheck passwords;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    EmailProof(
            JdbcClient db,
            Mailbox mailbox,
            Outbox mails,
            MailSettings settings,
            PasswordCheck passwords,
            Audit audit,
            TransactionOperations transaction,
            Clock clock) {
        this.passwords = passwords;
        this.transaction = transaction;
        this.db = db;
        this.mailbox = mailbox;
        this.mails = mails;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** Mails a link to a new member, in the transaction of the sign-up, if there is a mail server. */
    void requestIfPossible(NewAccount wanted, MemberId member) {
        if (!settings.hasServer()) return;
        db.sql("update account set proven = false where member_id = ?")
                .param(member.value())
                .update();
        request(
                new Addressee(
                        member.value(),
                        wanted.email().text(),
                        wanted.name().text(),
                        wanted.language().tag()),
                member.value());
    }

    private void request(Addressee addressee, UUID member) {
        var secret = Secret.fresh("");
        var now = clock.instant();
        db.sql("insert into email_confirmation (secret_hash, member_id, created_at, expires_at) values (?, ?, ?, ?)")
                .params(secret.hash(), member, Timestamp.from(now), Timestamp.from(now.plus(VALID)))
                .update();
        mails.send(MailTemplate.CONFIRMATION, addressee, secret);
    }

    /** Mails another link, unless the address is already proven or too many mails were sent. */
    void mail(String emailKey) {
        mailbox.at(emailKey)
                .filter(known -> !known.proven() && mayBeSentAnother(known.memberId()))
                .ifPresent(known -> request(known.addressee(), known.memberId()));
    }

    /** Proves the address by the link and the password. Wrong passwords count as they do at log-in. */
    public void give(Secret secret, Password password, Client client) {
        var email = addressBehind(secret).orElseThrow(EmailProof::unknown);
        var shown =
                passwords.whoHas(email, password, client).filter(Proof::active).orElseThrow(EmailProof::wrong);
        transaction.executeWithoutResult(_ -> {
            if (!passwords.holds(shown)) throw wrong();
            prove(shown.member(), secret, client);
        });
    }

    private Optional<String> addressBehind(Secret secret) {
        return db.sql("""
                        select a.email from email_confirmation c join account a on a.member_id = c.member_id
                        where c.secret_hash = ? and c.expires_at > ?
                        """)
                .params(secret.hash(), Timestamp.from(clock.instant()))
                .query(String.class)
                .optional();
    }

    /** The delete decides between two concurrent uses of the same link: one of them finds it. */
    private void prove(MemberId member, Secret secret, Client client) {
        var used = db.sql("delete from email_confirmation where secret_hash = ? and member_id = ?")
                .params(secret.hash(), member.value())
                .update();
        if (used == 0) throw unknown();
        db.sql("delete from email_confirmation where member_id = ?")
                .param(member.value())
                .update();
        db.sql("update account set proven = true where member_id = ?")
                .param(member.value())
                .update();
        audit.record(SecurityEventType.EMAIL_CONFIRMED, member, client);
    }

    /** Refuses an unproven address. Called only after the right password, so that nobody else learns of it. */
    public void mustBeGivenBy(MemberId member) {
        var proven = db.sql("select proven from account where member_id = ?")
                .param(member.value())
                .query(Boolean.class)
                .single();
        if (!proven)
            throw new AccountRefused(
                    EMAIL_UNCONFIRMED,
                    "This e-mail address is not confirmed yet. Follow the link in the mail, or request another one.");
    }

    private boolean mayBeSentAnother(UUID member) {
        mailbox.lock(member);
        return db.sql("select count(*) < ? from email_confirmation where member_id = ? and created_at > ?")
                .params(AT_MOST, member, Timestamp.from(clock.instant().minus(PAUSE)))
                .query(Boolean.class)
                .single();
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
    void sweep() {
        db.sql("delete from email_confirmation where expires_at < ?")
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    private static AccountRefused wrong() {
        return new AccountRefused(WRONG_PASSWORD, "This is not the password that was chosen at sign-up.");
    }

    private static AccountRefused unknown() {
        return new AccountRefused(
                CONFIRMATION_UNKNOWN,
                "This link is no longer valid: it works once, for two days. Log in, or request a new one.");
    }
}
