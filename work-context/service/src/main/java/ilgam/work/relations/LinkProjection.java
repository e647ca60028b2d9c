package ilgam.work.relations;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import ilgam.starter.messaging.Recorded;
import ilgam.starter.projection.Batch;
import ilgam.starter.projection.EventComponent;
import ilgam.starter.projection.EventComponent.Kind;
import ilgam.work.language.ItemEvent;
import ilgam.work.language.ItemEvent.ItemLinked;
import ilgam.work.language.ItemEvent.ItemUnlinked;
import ilgam.work.language.ItemId;
import ilgam.work.language.LinkType;

/**
 * Stores every link that is added or removed. The reader decides which links exist at an instant, so that the order in
 * which an import brings them does not matter. Runs in the same processor as the items.
 */
@Component
@ProcessingGroup("relations")
@EventComponent(kind = Kind.PROJECTION, processor = "items", tables = "item_link")
class LinkProjection {

    private record Link(ItemEvent event, LinkType type, ItemId other, boolean isMade, Recorded recorded) {}

    private final JdbcTemplate db;
    private final Batch<List<Link>> batch;

    LinkProjection(JdbcTemplate db) {
        this.db = db;
        this.batch = new Batch<>(ArrayList::new, this::write);
    }

    @EventHandler
    void on(ItemLinked linked, Recorded recorded) {
        batch.current().add(new Link(linked, linked.type(), linked.other(), true, recorded));
    }

    @EventHandler
    void on(ItemUnlinked unlinked, Recorded recorded) {
        batch.current().add(new Link(unlinked, unlinked.type(), unlinked.other(), false, recorded));
    }

    @ResetHandler
    void reset() {
        db.update("truncate item_link");
    }

    private void write(List<Link> links) {
        db.update(
                """
                insert into item_link (item_id, sequence, at, type, other, linked)
                select * from unnest(?::uuid[], ?::bigint[], ?::timestamptz[], ?::text[], ?::uuid[], ?::boolean[])
                on conflict do nothing""",
                texts(links, link -> link.event().item()),
                texts(links, link -> link.recorded().sequence()),
                texts(links, link -> link.recorded().occurredAt().truncatedTo(ChronoUnit.MICROS)),
                texts(links, Link::type),
                texts(links, Link::other),
                texts(links, Link::isMade));
    }

    private static String[] texts(List<Link> links, Function<Link, Object> value) {
        return links.stream().map(link -> value.apply(link).toString()).toArray(String[]::new);
    }
}
