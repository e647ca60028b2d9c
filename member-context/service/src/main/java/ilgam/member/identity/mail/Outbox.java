package ilgam.member.identity.mail;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.identity.secret.Secret;
import ilgam.member.text.CaseFree;

/**
 * The outbox of mails. Taking a mail also schedules its next try: a concurrent instance takes another mail, and a mail
 * whose sender died is tried again.
 */
@Component
public class Outbox {

    static final Duration GIVEN_UP_AFTER = Duration.ofDays(1);
    private static final Duration DELETED_AFTER = Duration.ofDays(30);

    private final JdbcClient db;
    private final MailSettings settings;
    private final Clock clock;

    Outbox(JdbcClient db, MailSettings settings, Clock clock) {
        this.db = db;
        this.settings = settings;
        this.clock = clock;
    }

    /** Queues a mail from the product in the current transaction. */
    public void send(MailTemplate letter, Addressee to, Secret secret) {
        send(letter, to, null, secret, Map.of());
    }

    /** Queues a mail that names a member as its author, in the current transaction. */
    public void send(MailTemplate letter, Addressee to, @Nullable UUID author, Secret secret, Map<String, ?> facts) {
        var mail = MailTemplates.write(letter, to, author, settings.link(letter, secret), facts);
        var now = Timestamp.from(clock.instant());
        db.sql("""
                        insert into mail (id, member_id, author_id, language, recipient, recipient_key, subject, plain, html, created_at,
                                          next_try_at)
                        values (:id, :member, :author, :language, :recipient, :key, :subject, :plain, :html, :now, :now)
                        """)
                .param("id", mail.id())
                .param("member", to.member(), Types.OTHER)
                .param("author", author, Types.OTHER)
                .param("language", mail.language())
                .param("recipient", mail.recipient())
                .param("key", CaseFree.of(mail.recipient()))
                .param("subject", mail.subject())
                .param("plain", mail.plain())
                .param("html", mail.html())
                .param("now", now)
                .update();
    }

    /** The next due mail. Its next try is scheduled after 1, 2, 4 … minutes, at most an hour. */
    Optional<Mail> take() {
        var now = Timestamp.from(clock.instant());
        return db.sql("""
                        update mail
                        set tries = tries + 1,
                            next_try_at = cast(:now as timestamptz) + least(60, power(2, least(tries, 10))) * interval '1 minute'
                        where id = (
                            select id from mail where next_try_at <= :now
                            order by next_try_at limit 1 for update skip locked)
                        returning id, member_id, author_id, language, recipient, subject, plain, html
                        """).param("now", now).query(Mail.class).optional();
    }

    /** The number of waiting mails and the age of the oldest in seconds. */
    record Waiting(long mails, double oldestSeconds) {

        static final Waiting NONE = new Waiting(0, 0);
    }

    Waiting waiting() {
        return db.sql("""
                        select count(*) as mails,
                            greatest(0, coalesce(extract(epoch from cast(? as timestamptz) - min(created_at)), 0)) as oldest_seconds
                        from mail where next_try_at is not null
                        """)
                .param(Timestamp.from(clock.instant()))
                .query(Waiting.class)
                .single();
    }

    /**
     * The state of the mails of the last 30 days; older ones are deleted.
     *
     * @param oldestAt when the oldest waiting mail was queued; null when none waits
     */
    @Schema(description = "How the mails of the last 30 days are.")
    public record State(
            @Schema(description = "How many wait for a mail server.")
            long waiting,

            @Schema(description = "Since when the oldest of them waits, ISO 8601; null when none waits.") @Nullable
            Instant oldestAt,

            @Schema(description = "How many were given up after a day of tries.")
            long givenUp,

            @Schema(description = "How many a mail server took.")
            long sent) {}

    public State state() {
        return db.sql("""
                        select count(*) filter (where next_try_at is not null) as waiting,
                            min(created_at) filter (where next_try_at is not null) as oldest_at,
                            count(*) filter (where next_try_at is null and sent_at is null) as given_up,
                            count(sent_at) as sent
                        from mail
                        """).query(State.class).single();
    }

    /** Marks a mail as sent; false when it was deleted meanwhile because a member it concerned was erased. */
    boolean sent(UUID id) {
        return db.sql("""
                        update mail set sent_at = ?, next_try_at = null,
                            recipient = null, recipient_key = null, subject = null, plain = null, html = null
                        where id = ?
                        """).params(Timestamp.from(clock.instant()), id).update() == 1;
    }

    /** Gives up mails that no server accepted within a day, and deletes old rows. */
    int giveUp() {
        var now = clock.instant();
        db.sql("delete from mail where created_at < ?")
                .param(Timestamp.from(now.minus(DELETED_AFTER)))
                .update();
        return db.sql("""
                        update mail
                        set next_try_at = null,
                            recipient = null, recipient_key = null, subject = null, plain = null, html = null
                        where next_try_at is not null and created_at < ?
                        """).param(Timestamp.from(now.minus(GIVEN_UP_AFTER))).update();
    }
}
