package ilgam.member.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import ilgam.member.audit.Audit;
import ilgam.member.audit.Client;
import ilgam.member.audit.Deed;
import ilgam.member.language.MemberId;
import ilgam.member.mail.Addressee;
import ilgam.member.mail.Letter;
import ilgam.member.mail.MailQueue;
import ilgam.member.mail.MailSettings;
import ilgam.member.secret.Secret;

import static ilgam.member.account.AccountRefused.Reason.CONFIRMATION_UNKNOWN;
import static ilgam.member.account.AccountRefused.Reason.EMAIL_UNCONFIRMED;

/** Whether an address is known to be its member's: by a mailed link that they followed. */
@Component
public class EmailProof {

    private static final Duration VALID = Duration.ofDays(2);
    private static final Duration PAUSE = Duration.ofMinutes(30);
    private static final int AT_MOST = 3;

    private final JdbcClient db;
    private final Mailbox mailbox;
    private final MailQueue mails;
    private final MailSettings settings;
    private final Audit audit;
    private final Clock clock;

    EmailProof(JdbcClient db, Mailbox mailbox, MailQueue mails, MailSettings settings, Audit audit, Clock clock) {
        this.db = db;
        this.mailbox = mailbox;
        this.mails = mails;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** Asks somebody who has just signed up, in their transaction, where a mail server reaches them. */
    void askIfItCanBeGiven(NewAccount wanted, MemberId member) {
        if (!settings.hasServer()) return;
        db.sql("update account set proven = false where member_id = ?")
                .param(member.value())
                .update();
        ask(
                new Addressee(
                        member.value(),
                        wanted.email().text(),
                        wanted.name().text(),
                        wanted.language().tag()),
                member.value());
    }

    private void ask(Addressee addressee, UUID member) {
        var secret = Secret.fresh("");
        var now = clock.instant();
        db.sql("insert into email_confirmation (secret_hash, member_id, created_at, expires_at) values (?, ?, ?, ?)")
                .params(secret.hash(), member, Timestamp.from(now), Timestamp.from(now.plus(VALID)))
                .update();
        mails.send(Letter.CONFIRMATION, addressee, secret);
    }

    /** Asks again, if there is anything to ask. */
    void mail(String emailKey) {
        mailbox.at(emailKey)
                .filter(known -> !known.proven() && isPatient(known.memberId()))
                .ifPresent(known -> ask(known.addressee(), known.memberId()));
    }

    /** Somebody followed the link. */
    @Transactional
    public void give(Secret secret, Client client) {
        var member = db.sql("""
                        delete from email_confirmation where secret_hash = ? and expires_at > ? returning member_id
                        """)
                .params(secret.hash(), Timestamp.from(clock.instant()))
                .query(UUID.class)
                .optional()
                .orElseThrow(EmailProof::unknown);
        db.sql("delete from email_confirmation where member_id = ?")
                .param(member)
                .update();
        var found = db.sql("update account set proven = true where member_id = ?")
                .param(member)
                .update();
        if (found == 0) throw unknown();
        audit.note(Deed.EMAIL_CONFIRMED, new MemberId(member), client);
    }

    /** Told only to somebody who knows the password. */
    public void mustBeGivenBy(MemberId member) {
        var proven = db.sql("select proven from account where member_id = ?")
                .param(member.value())
                .query(Boolean.class)
                .single();
        if (!proven)
            throw new AccountRefused(
                    EMAIL_UNCONFIRMED,
                    "This e-mail address is not confirmed yet. Follow the link in the mail, or ask for another one.");
    }

    private boolean isPatient(UUID member) {
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

    private static AccountRefused unknown() {
        return new AccountRefused(
                CONFIRMATION_UNKNOWN,
                "This link is not valid any more: it works once, for two days. Log in, or ask for a new one.");
    }
}
