package ilgam.work.list;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberEvent.PersonMerged;
import ilgam.member.replica.Aliases;
import ilgam.starter.messaging.Recorded;
import ilgam.starter.projection.Batch;
import ilgam.starter.projection.EventComponent;
import ilgam.starter.projection.EventComponent.Kind;
import ilgam.work.language.ItemEvent;
import ilgam.work.language.ItemEvent.ItemDescribed;
import ilgam.work.language.ItemEvent.ItemMoved;
import ilgam.work.language.ItemEvent.ItemOpened;
import ilgam.work.list.ItemRows.Description;
import ilgam.work.list.ItemRows.Move;

/** The versions of items for lists. A batch of events of any size costs the same few statements. */
@Component
@ProcessingGroup("items")
@EventComponent(
        kind = Kind.PROJECTION,
        processor = "items",
        tables = {"item_version", "item_description", "item_status", "item_text"},
        sharedRows = "person_alias where reader = 'items'")
class ItemProjection {

    static final String READER = "items";

    private final ItemRows rows;
    private final Aliases aliases;
    private final ItemMetrics metrics;
    private final Batch<Events> batch;

    ItemProjection(ItemRows rows, Aliases aliases, ItemMetrics metrics) {
        this.rows = rows;
        this.aliases = aliases;
        this.metrics = metrics;
        this.batch = new Batch<>(Events::new, this::write);
    }

    /** The events of a batch, by item. */
    static final class Events {

        private final Map<UUID, List<TimedEvent>> byItem = new LinkedHashMap<>();
        private final List<ItemEvent> live = new ArrayList<>();

        void add(ItemEvent event, Instant at, long sequence) {
            byItem.computeIfAbsent(event.item().value(), _ -> new ArrayList<>())
                    .add(new TimedEvent(event, at, sequence));
        }

        private long opened() {
            return live.stream().filter(ItemOpened.class::isInstance).count();
        }

        private List<ItemMoved> moved() {
            return live.stream()
                    .filter(ItemMoved.class::isInstance)
                    .map(ItemMoved.class::cast)
                    .toList();
        }

        private Map<UUID, Instant> earliest() {
            var earliest = new HashMap<UUID, Instant>();
            byItem.forEach((item, events) -> earliest.put(
                    item,
                    events.stream().map(TimedEvent::at).min(Instant::compareTo).orElseThrow()));
            return earliest;
        }
    }

    @EventHandler
    void on(ItemEvent event, Recorded recorded) {
        batch.current().add(event, recorded.occurredAt(), recorded.sequence());
        if (metrics.isLive(recorded)) batch.current().live.add(event);
    }

    @EventHandler
    void on(PersonMerged merged) {
        var person = merged.member().value();
        rows.merge(person, aliases.merge(READER, person, merged.into().value()));
    }

    @ResetHandler
    void reset() {
        rows.reset();
        aliases.reset(READER);
    }

    void write(Events events) {
        var persons = aliases.known(READER);
        var stored = rows.validFrom(events.earliest());
        var changes = new Changes();
        events.byItem.forEach(
                (item, timedEvents) -> changes.add(new Timeline(stored.getOrDefault(item, List.of()), timedEvents)));
        rows.remove(changes.outdated);
        rows.insert(changes.fresh, persons);
        rows.describe(changes.descriptions.values());
        rows.move(changes.moves);
        rows.index(changes.texts);
        metrics.happened(events.opened(), rows.finished(events.moved()));
    }

    /** The changes of a batch in each table. */
    private static final class Changes {

        private final List<ItemVersion> outdated = new ArrayList<>();
        private final List<ItemVersion> fresh = new ArrayList<>();
        private final Map<DescribedAt, Description> descriptions = new LinkedHashMap<>();
        private final List<Move> moves = new ArrayList<>();
        private final Set<UUID> texts = new HashSet<>();

        /** Of two descriptions at the same instant, the later one counts. */
        private record DescribedAt(UUID item, Instant at) {}

        void add(Timeline timeline) {
            outdated.addAll(timeline.outdated());
            fresh.addAll(timeline.fresh());
            timeline.happened().forEach(this::add);
        }

        private void add(TimedEvent timed) {
            if (timed.changesText()) texts.add(timed.item());
            switch (timed.event()) {
                case ItemOpened opened -> {
                    moved(timed, opened.status());
                    if (!opened.description().isEmpty()) described(timed, opened.description());
                }
                case ItemMoved moved -> moved(timed, moved.to());
                case ItemDescribed described -> described(timed, described.to());
                default -> {}
            }
        }

        private void moved(TimedEvent timed, @Nullable String to) {
            moves.add(new Move(timed.item(), timed.at(), timed.sequence(), to));
        }

        private void described(TimedEvent timed, String text) {
            descriptions.put(
                    new DescribedAt(timed.item(), timed.at()), new Description(timed.item(), timed.at(), text));
        }
    }
}
