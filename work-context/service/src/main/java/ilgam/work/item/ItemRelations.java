package ilgam.work.item;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

import ilgam.starter.messaging.PastEvents;
import ilgam.starter.projection.EventComponent;
import ilgam.starter.projection.EventComponent.Kind;
import ilgam.starter.reservation.Reservation;
import ilgam.starter.reservation.ReservationKinds;
import ilgam.starter.reservation.Reservations;
import ilgam.work.language.ItemEvent.ItemLinked;
import ilgam.work.language.ItemEvent.ItemOpened;
import ilgam.work.language.ItemEvent.ItemReparented;
import ilgam.work.language.ItemEvent.ItemUnlinked;
import ilgam.work.language.ItemId;
import ilgam.work.language.LinkType;

import static ilgam.work.item.ItemRefused.Reason.BLOCKS_IN_A_CIRCLE;
import static ilgam.work.item.ItemRefused.Reason.NESTED_TOO_DEEP;
import static ilgam.work.item.ItemRefused.Reason.OWN_ANCESTOR;
import static ilgam.work.item.ItemRefused.Reason.TIED_TO_ITSELF;

/**
 * Ensures that items neither block each other in a cycle, nor are their own ancestors, nor have more than ten levels. A
 * relation is reserved here before its event. Two relations that would form a cycle together are decided one after the
 * other; the reservation of a relation whose event was never stored ends after a while. Imported relations are accepted
 * as they are.
 */
@Component
@ProcessingGroup("ties")
@EventComponent(kind = Kind.RESERVATION, processor = "lookups")
public class ItemRelations {

    /** The most levels of a parent and its descendants. */
    static final int DEEPEST = 10;

    private static final String PARENT = "PARENT";

    private static final String REACHED = """
            with recursive reached (item) as (
                select cast(:from as uuid)
                union
                select tie.other from item_tie tie join reached using (item) where tie.kind = :kind)
            """;

    private final JdbcClient db;
    private final Reservations ties;
    private final EventStore events;

    ItemRelations(JdbcClient db, ReservationKinds kinds, EventStore events) {
        this.db = db;
        this.ties = kinds.untilTheEvent("item-tie", this::isStored).whenReleased(this::undo);
        this.events = events;
    }

    /** A relation in the form in which it is reserved. */
    private record Tie(String kind, UUID item, UUID other) {

        static Tie of(String kind, ItemId item, ItemId other) {
            return new Tie(kind, item.value(), other.value());
        }

        static Tie of(Reservation reserved) {
            var words = reserved.key().split(" ", -1);
            return new Tie(words[0], UUID.fromString(words[1]), UUID.fromString(words[2]));
        }

        String key() {
            return kind + " " + item + " " + other;
        }

        boolean is(String kind, @Nullable ItemId other) {
            return other != null && this.kind.equals(kind) && this.other.equals(other.value());
        }
    }

    /**
     * Reserves a parent.
     *
     * @return the reservation; empty when it is the parent already
     * @throws ItemRefused when the item would be its own ancestor or there would be too many levels
     */
    public Optional<Reservation> parent(ItemId item, ItemId parent) {
        return ties.oneAtATime(() -> {
            mustNest(item, parent);
            return reserve(Tie.of(PARENT, item, parent));
        });
    }

    private void mustNest(ItemId item, ItemId parent) {
        mustNotBe(item, parent);
        if (reaches(PARENT, parent, item))
            throw ItemRefused.inACircle(
                    OWN_ANCESTOR,
                    "An item cannot be part of itself or of one of its parts.",
                    circle(PARENT, item, parent));
        if (levels("item", "other", parent) + levels("other", "item", item) > DEEPEST)
            throw new ItemRefused(
                    NESTED_TOO_DEEP, "Items can be nested at most {most} levels deep.", Map.of("most", DEEPEST));
    }

    /**
     * Reserves a link.
     *
     * @return the reservation; empty when the items are linked already
     * @throws ItemRefused when items would block each other in a cycle
     */
    public Optional<Reservation> link(LinkType type, ItemId item, ItemId other) {
        return ties.oneAtATime(() -> {
            mustNotGoRound(type, item, other);
            return reserve(Tie.of(type.name(), item, other));
        });
    }

    /** Reserves a relation under a lock, for which events that add or remove the same relation wait. */
    private Optional<Reservation> reserve(Tie tie) {
        boolean isMade = sql("""
                insert into item_tie (kind, item, other) values (?, ?, ?)
                on conflict (kind, item, other) do update set kind = excluded.kind returning confirmed""", tie).query(Boolean.class).single();
        return isMade ? Optional.empty() : ties.take(tie.key(), tie.item());
    }

    private void undo(Reservation reserved) {
        sql("delete from item_tie where kind = ? and item = ? and other = ? and not confirmed", Tie.of(reserved))
                .update();
    }

    private StatementSpec sql(String sql, Tie tie) {
        return db.sql(sql).params(tie.kind(), tie.item(), tie.other());
    }

    private void mustNotGoRound(LinkType type, ItemId item, ItemId other) {
        mustNotBe(item, other);
        if (type == LinkType.BLOCKS && reaches(type.name(), other, item))
            throw ItemRefused.inACircle(
                    BLOCKS_IN_A_CIRCLE,
                    "These items would block each other in a cycle, so that none could ever start.",
                    circle(type.name(), item, other));
    }

    private static void mustNotBe(ItemId item, ItemId other) {
        if (item.equals(other)) throw new ItemRefused(TIED_TO_ITSELF, "An item cannot be related to itself.");
    }

    /** The item that has a symmetric link between the two. */
    public Optional<ItemId> carrier(LinkType type, ItemId one, ItemId other) {
        return db.sql("select item from item_tie where kind = ? and (item, other) in ((?, ?), (?, ?)) limit 1")
                .params(type.name(), one.value(), other.value(), other.value(), one.value())
                .query(UUID.class)
                .optional()
                .map(ItemId::new);
    }

    private boolean reaches(String kind, ItemId from, ItemId to) {
        return db.sql(REACHED + "select exists (select from reached where item = :to)")
                .param("from", from.value())
                .param("to", to.value())
                .param("kind", kind)
                .query(Boolean.class)
                .single();
    }

    /** The shortest cycle that a relation from one item to another would close; begins and ends with the first item. */
    private List<ItemId> circle(String kind, ItemId item, ItemId other) {
        var others = new HashMap<UUID, List<UUID>>();
        db.sql(REACHED + "select item, tie.other from item_tie tie join reached using (item) where tie.kind = :kind")
                .param("from", other.value())
                .param("kind", kind)
                .query(row -> {
                    others.computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
                            .add(row.getObject(2, UUID.class));
                });
        var before = new HashMap<UUID, UUID>(Map.of(other.value(), item.value()));
        var next = new ArrayDeque<UUID>(List.of(other.value()));
        while (!before.containsKey(item.value()) && !next.isEmpty()) {
            var one = next.remove();
            for (var another : others.getOrDefault(one, List.of()))
                if (before.putIfAbsent(another, one) == null) next.add(another);
        }
        var circle = new ArrayDeque<ItemId>(List.of(item));
        for (var one = before.get(item.value()); one != null && !one.equals(item.value()); one = before.get(one))
            circle.addFirst(new ItemId(one));
        circle.addFirst(item);
        return List.copyOf(circle);
    }

    /**
     * The number of levels from the item through its ancestors, or its descendants; an imported cycle ends the count.
     */
    private int levels(String near, String far, ItemId item) {
        return db.sql("""
                with recursive line (item, level) as (
                    select cast(:item as uuid), 1
                    union
                    select tie.%s, line.level + 1
                    from item_tie tie join line on tie.%s = line.item
                    where tie.kind = 'PARENT' and line.level <= :deepest)
                select max(level) from line""".formatted(far, near))
                .param("item", item.value())
                .param("deepest", DEEPEST)
                .query(Integer.class)
                .single();
    }

    @EventHandler
    void on(ItemOpened opened) {
        if (opened.parent() != null) confirm(Tie.of(PARENT, opened.item(), opened.parent()));
    }

    @EventHandler
    void on(ItemReparented reparented) {
        if (reparented.from() != null) remove(Tie.of(PARENT, reparented.item(), reparented.from()));
        if (reparented.to() != null) confirm(Tie.of(PARENT, reparented.item(), reparented.to()));
    }

    @EventHandler
    void on(ItemLinked linked) {
        confirm(Tie.of(linked.type().name(), linked.item(), linked.other()));
    }

    @EventHandler
    void on(ItemUnlinked unlinked) {
        remove(Tie.of(unlinked.type().name(), unlinked.item(), unlinked.other()));
    }

    /** Uses one statement, as imports confirm many. */
    private void confirm(Tie tie) {
        sql("""
                with made as (
                    insert into item_tie (kind, item, other, confirmed) values (?, ?, ?, true)
                    on conflict (kind, item, other) do update set confirmed = true)
                delete from reservation where kind = 'item-tie' and key = ?""", tie).param(tie.key()).update();
    }

    private void remove(Tie tie) {
        sql("delete from item_tie where kind = ? and item = ? and other = ?", tie)
                .update();
    }

    /** Decides by the item's own events, as the rows may be behind. */
    private boolean isStored(Reservation reserved) {
        var tie = Tie.of(reserved);
        var stored = false;
        for (var event : PastEvents.payloads(events, tie.item()))
            stored = switch (event) {
                case ItemOpened opened when tie.kind().equals(PARENT) -> tie.is(PARENT, opened.parent());
                case ItemReparented reparented when tie.kind().equals(PARENT) -> tie.is(PARENT, reparented.to());
                case ItemLinked linked when tie.is(linked.type().name(), linked.other()) -> true;
                case ItemUnlinked unlinked when tie.is(unlinked.type().name(), unlinked.other()) -> false;
                default -> stored;
            };
        return stored;
    }
}
