package ilgam.starter.deadletter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import ilgam.starter.projection.EventComponent;
import ilgam.starter.projection.Projections;

/**
 * The context's dead letters in the tables of {@link JdbcSequencedDeadLetterQueue}, with the time of their next
 * attempt. Only the first letter of an aggregate is listed and retried: the others wait behind it.
 */
final class DeadLetters {

    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    private static final String FIRST = """
            select l.*, l.enqueued_at::timestamptz as at, coalesce(r.attempts, 0) as attempts,
                coalesce(r.next_at, l.enqueued_at::timestamptz + :wait::interval) as next_at,
                (select count(*) from dead_letter w where w.processing_group = l.processing_group
                    and w.sequence_identifier = l.sequence_identifier) - 1 as waiting
            from dead_letter l left join dead_letter_retry r using (dead_letter_identifier)
            where l.processing_group not like '%~%' and not exists (select from dead_letter e where e.processing_group = l.processing_group
                and e.sequence_identifier = l.sequence_identifier and e.sequence_index < l.sequence_index)""";

    private final JdbcClient db;
    private final TransactionOperations transaction;
    private final Projections projections;
    private final String context;

    DeadLetters(JdbcClient db, TransactionOperations transaction, Projections projections, String context) {
        this.db = db;
        this.transaction = transaction;
        this.projections = projections;
        this.context = context;
    }

    /** The keyset cursor of a page: the letter before its first. */
    record Place(Instant at, String id) {}

    /** The letters in the order in which they were set aside. */
    List<DeadLetter> after(@Nullable Place place, int limit) {
        return first(
                        place == null
                                ? ""
                                : " and (l.enqueued_at::timestamptz, :context || ':' || l.dead_letter_identifier collate \"C\") > (:at, :id)",
                        " order by at, l.dead_letter_identifier collate \"C\" limit :limit")
                .param("context", context)
                .param("at", place == null ? null : Timestamp.from(place.at()))
                .param("id", place == null ? null : place.id())
                .param("limit", limit)
                .query((row, _) -> letter(row))
                .list();
    }

    Optional<DeadLetter> find(String id) {
        return first(" and l.dead_letter_identifier = :letter", "")
                .param("letter", identifier(id))
                .query((row, _) -> letter(row))
                .optional();
    }

    /** The letter that now blocks the same aggregate in the same projection, if any. */
    Optional<DeadLetter> ofSameItem(DeadLetter letter) {
        return letter.item() == null
                ? find(letter.id())
                : first(" and l.processing_group = :projection and l.aggregate_identifier = :item", "")
                        .param("projection", letter.projection())
                        .param("item", letter.item())
                        .query((row, _) -> letter(row))
                        .optional();
    }

    /** The letters that are due, the longest due first, without those of paused projections. */
    List<DeadLetter> due(Instant now, int limit) {
        return first(
                        " and coalesce(r.next_at, l.enqueued_at::timestamptz + :wait::interval) <= :now"
                                + " and not exists (select from projection_state s"
                                + " where s.name = l.processing_group and s.state = 'PAUSED')",
                        " order by next_at limit :limit")
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, _) -> letter(row))
                .list();
    }

    /** Counts an attempt before it is made. When several instances find the same letter due, one of them gets true. */
    boolean take(DeadLetter letter, Instant now) {
        return db.sql("""
                        insert into dead_letter_retry (dead_letter_identifier, attempts, next_at)
                        select dead_letter_identifier, :attempts, :next from dead_letter
                        where dead_letter_identifier = :letter for key share
                        on conflict (dead_letter_identifier) do update set attempts = excluded.attempts, next_at = excluded.next_at
                        where dead_letter_retry.attempts = excluded.attempts - 1""")
                        .param("letter", identifier(letter.id()))
                        .param("attempts", letter.attempts() + 1)
                        .param("next", Timestamp.from(now.plus(waitAfter(letter.attempts() + 1))))
                        .update()
                == 1;
    }

    /** The wait after an attempt: doubled by each, up to a limit. */
    static Duration waitAfter(int attempts) {
        var wait = FIRST_WAIT;
        for (int n = 0; n < attempts && wait.compareTo(LONGEST_WAIT) < 0; n++) wait = wait.multipliedBy(2);
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /** Discards the letter for good, so that those behind it go on; false if it was gone already. */
    boolean discard(DeadLetter letter, UUID member, String reason, Instant now) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            var noted = db.sql("""
                    insert into discarded_letter (dead_letter_identifier, discarded_at, discarded_by, reason, projection,
                        event_identifier, payload_type, aggregate_identifier, sequence_number)
                    select dead_letter_identifier, :now, :member, :reason, processing_group,
                        event_identifier, payload_type, aggregate_identifier, sequence_number
                    from dead_letter where dead_letter_identifier = :letter
                    on conflict do nothing""")
                    .param("now", Timestamp.from(now))
                    .param("member", member)
                    .param("reason", reason)
                    .param("letter", identifier(letter.id()))
                    .update();
            db.sql("delete from dead_letter where dead_letter_identifier = ?")
                    .param(identifier(letter.id()))
                    .update();
            return noted == 1;
        }));
    }

    /** Number of dead letters, those that wait behind another included. */
    long count() {
        return db.sql("select count(*) from dead_letter where processing_group not like '%~%'")
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec first(String further, String order) {
        return db.sql(FIRST + further + order).param("wait", FIRST_WAIT.toSeconds() + " s");
    }

    /** The identifier without the prefix that names its context. */
    static String identifier(String id) {
        return id.substring(id.indexOf(':') + 1);
    }

    boolean isOurs(String id) {
        return id.startsWith(context + ":");
    }

    private DeadLetter letter(ResultSet row) throws SQLException {
        var projection = row.getString("processing_group");
        var kind = projections.find(projection).map(Projections.Entry::kind).orElse(EventComponent.Kind.PROJECTION);
        return new DeadLetter(
                context + ":" + row.getString("dead_letter_identifier"),
                context,
                projection,
                DeadLetter.Kind.of(kind),
                simpleName(row.getString("payload_type")),
                row.getString("aggregate_identifier"),
                row.getTimestamp("at").toInstant(),
                row.getInt("attempts"),
                row.getTimestamp("next_at").toInstant(),
                simpleName(String.valueOf(row.getString("cause_type"))) + ": " + row.getString("cause_message"),
                row.getLong("waiting"));
    }

    private static String simpleName(String type) {
        return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    }
}
