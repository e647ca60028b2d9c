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

import ilgam.starter.messaging.Recorded;
import ilgam.starter.projection.Batch;
import ilgam.work.language.CommentId;
import ilgam.work.language.ItemEvent;
import ilgam.work.language.ItemEvent.CommentEdited;
import ilgam.work.language.ItemEvent.CommentRemoved;
import ilgam.work.language.ItemEvent.Commented;

/**
 * Writes down what happens to items. It is read together with the lists, so that whoever sees a change in a list finds
 * it in the history.
 */
@Component
@ProcessingGroup("items")
class HistoryProjection {

    private final JdbcTemplate db;
    private final JsonMapper json;
    private final Batch<Events> batch;

    HistoryProjection(JdbcTemplate db, JsonMapper json) {
        this.db = db;
        this.json = json;
        this.batch = new Batch<>(Events::new, this::write);
    }

    private record Happening(ItemEvent event, Recorded recorded) {}

    private record Wording(
            Happening happening,
            CommentId comment,
            @Nullable String text) {}

    /** A batch's events, and the wordings of comments among them. */
    private static final class Events {

        private final List<Happening> happenings = new ArrayList<>();
        private final List<Wording> wordings = new ArrayList<>();

        private void add(Happening happening) {
            happenings.add(happening);
            switch (happening.event()) {
                case Commented it -> wordings.add(new Wording(happening, it.comment(), it.text()));
                case CommentEdited it -> wordings.add(new Wording(happening, it.comment(), it.text()));
                case CommentRemoved it -> wordings.add(new Wording(happening, it.comment(), null));
                default -> {}
            }
        }
    }

    @EventHandler
    void on(ItemEvent event, Recorded recorded) {
        batch.current().add(new Happening(event, recorded));
    }

    @ResetHandler
    void forget() {
        db.update("truncate item_history, item_comment");
    }

    private void write(Events events) {
        db.update(
                """
                insert into item_history
                    (item_id, at, sequence, event_id, actor, source, type, changes, recorded_at, position)
                select * from unnest(?::uuid[], ?::timestamptz[], ?::bigint[], ?::uuid[], ?::uuid[], ?::text[], ?::text[],
                    ?::jsonb[], ?::timestamptz[], ?::bigint[])
                on conflict do nothing""",
                texts(events.happenings, HistoryProjection::item),
                texts(events.happenings, it -> at(it.recorded())),
                texts(events.happenings, it -> it.recorded().sequence()),
                texts(events.happenings, it -> it.recorded().eventId()),
                texts(events.happenings, it -> it.recorded().actor()),
                texts(events.happenings, it -> it.recorded().source()),
                texts(events.happenings, it -> it.event().getClass().getSimpleName()),
                texts(events.happenings, it -> json.writeValueAsString(Changes.of(it.event()))),
                texts(events.happenings, it -> it.recorded().recordedAt()),
                texts(events.happenings, it -> it.recorded().position()));
        if (events.wordings.isEmpty()) return;
        db.update(
                """
                insert into item_comment (item_id, comment_id, sequence, at, actor, text)
                select * from unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::timestamptz[], ?::uuid[], ?::text[])
                on conflict do nothing""",
                texts(events.wordings, it -> item(it.happening())),
                texts(events.wordings, Wording::comment),
                texts(events.wordings, it -> it.happening().recorded().sequence()),
                texts(events.wordings, it -> at(it.happening().recorded())),
                texts(events.wordings, it -> it.happening().recorded().actor()),
                texts(events.wordings, Wording::text));
    }

    private static UUID item(Happening happening) {
        return happening.event().item().value();
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
