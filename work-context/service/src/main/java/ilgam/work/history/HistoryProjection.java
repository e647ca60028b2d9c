package ilgam.work.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import ilgam.member.language.MemberEvent.PersonMerged;
import ilgam.member.replica.Aliases;
import ilgam.member.replica.Known;
import ilgam.starter.messaging.Recorded;
import ilgam.starter.projection.Batch;
import ilgam.starter.projection.EventComponent;
import ilgam.starter.projection.EventComponent.Kind;
import ilgam.work.language.CommentId;
import ilgam.work.language.ItemEvent;
import ilgam.work.language.ItemEvent.CommentEdited;
import ilgam.work.language.ItemEvent.CommentRemoved;
import ilgam.work.language.ItemEvent.Commented;
import ilgam.work.language.ItemEvent.ItemAssigned;
import ilgam.work.language.ItemEvent.ItemOpened;

/**
 * Stores the events of items as entries of their histories. It shares a processor with the lists, so that a change that
 * is visible in a list is also in the history.
 */
@Component
@ProcessingGroup("history")
@EventComponent(
        kind = Kind.PROJECTION,
        processor = "items",
        tables = {"item_history", "item_comment"},
        sharedRows = "person_alias where reader = 'history'",
        notFromEvents = "item_history.position")
class HistoryProjection {

    private static final String READER = "history";

    private final JdbcTemplate db;
    private final JsonMapper json;
    private final Aliases aliases;
    private final Batch<Events> batch;

    HistoryProjection(JdbcTemplate db, JsonMapper json, Aliases aliases) {
        this.aliases = aliases;
        this.db = db;
        this.json = json;
        this.batch = new Batch<>(Events::new, this::write);
    }

    private record TimedEvent(ItemEvent event, Recorded recorded) {}

    private record Wording(
            TimedEvent timed, CommentId comment, @Nullable String text) {}

    /** The events of a batch, and the versions of comments among them. */
    private static final class Events {

        private final List<TimedEvent> timedEvents = new ArrayList<>();
        private final List<Wording> wordings = new ArrayList<>();

        private void add(TimedEvent timed) {
            timedEvents.add(timed);
            switch (timed.event()) {
                case Commented it -> wordings.add(new Wording(timed, it.comment(), it.text()));
                case CommentEdited it -> wordings.add(new Wording(timed, it.comment(), it.text()));
                case CommentRemoved it -> wordings.add(new Wording(timed, it.comment(), null));
                default -> {}
            }
        }
    }

    @EventHandler
    void on(ItemEvent event, Recorded recorded) {
        batch.current().add(new TimedEvent(event, recorded));
    }

    @EventHandler
    void on(PersonMerged merged) {
        var person = merged.member().value();
        var into = aliases.merge(READER, person, merged.into().value());
        db.update("update item_history set actor = ? where actor = ?", into, person);
        db.update("update item_comment set actor = ? where actor = ?", into, person);
        db.update("""
                update item_history set changes = replace(changes::text, ?, ?)::jsonb
                where type in ('ItemOpened', 'ItemAssigned') and position(? in changes::text) > 0""", person.toString(), into.toString(), person.toString());
    }

    @ResetHandler
    void reset() {
        aliases.reset(READER);
        db.update("truncate item_history, item_comment");
    }

    private void write(Events events) {
        var persons = aliases.known(READER);
        db.update(
                """
                insert into item_history
                    (item_id, at, sequence, event_id, actor, source, type, changes, recorded_at, position)
                select * from unnest(?::uuid[], ?::timestamptz[], ?::bigint[], ?::uuid[], ?::uuid[], ?::text[], ?::text[],
                    ?::jsonb[], ?::timestamptz[], ?::bigint[])
                on conflict do nothing""",
                texts(events.timedEvents, HistoryProjection::item),
                texts(events.timedEvents, it -> at(it.recorded())),
                texts(events.timedEvents, it -> it.recorded().sequence()),
                texts(events.timedEvents, it -> it.recorded().eventId()),
                texts(events.timedEvents, it -> persons.of(it.recorded().actor())),
                texts(events.timedEvents, it -> it.recorded().source()),
                texts(events.timedEvents, it -> it.event().getClass().getSimpleName()),
                texts(events.timedEvents, it -> changes(it.event(), persons)),
                texts(events.timedEvents, it -> it.recorded().recordedAt()),
                texts(events.timedEvents, it -> it.recorded().position()));
        if (events.wordings.isEmpty()) return;
        db.update(
                """
                insert into item_comment (item_id, comment_id, sequence, at, actor, text)
                select * from unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::timestamptz[], ?::uuid[], ?::text[])
                on conflict do nothing""",
                texts(events.wordings, it -> item(it.timed())),
                texts(events.wordings, Wording::comment),
                texts(events.wordings, it -> it.timed().recorded().sequence()),
                texts(events.wordings, it -> at(it.timed().recorded())),
                texts(events.wordings, it -> persons.of(it.timed().recorded().actor())),
                texts(events.wordings, Wording::text));
    }

    private String changes(ItemEvent event, Known persons) {
        var changes = json.writeValueAsString(Changes.of(event));
        return event instanceof ItemOpened || event instanceof ItemAssigned ? persons.in(changes) : changes;
    }

    private static UUID item(TimedEvent timed) {
        return timed.event().item().value();
    }

    private static Instant at(Recorded recorded) {
        return recorded.occurredAt().truncatedTo(ChronoUnit.MICROS);
    }

    private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable Object> value) {
        var texts = new @Nullable String[rows.size()];
        for (int i = 0; i < texts.length; i++) {
            var column = value.apply(rows.get(i));
            texts[i] = column == null ? null : column.toString();
        }
        return texts;
    }
}
