package ilgam.work.item;

import java.util.Map;
import java.util.Optional;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

import ilgam.starter.messaging.PastEvents;
import ilgam.starter.projection.EventComponent;
import ilgam.starter.projection.EventComponent.Kind;
import ilgam.starter.reservation.Reservation;
import ilgam.starter.reservation.ReservationKinds;
import ilgam.starter.reservation.Reservations;
import ilgam.work.item.TieGraph.Line;
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

    private final JdbcClient db;
    private final TieGraph graph;
    private final Reservations ties;
    private final EventStore events;

    ItemRelations(JdbcClient db, ReservationKinds kinds, EventStore events) {
        this.db = db;
        this.graph = new TieGraph(db);
        this.ties = kinds.untilTheEvent("item-tie", this::isStored).whenReleased(this::undo);
        this.events = events;
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
            return reserve(Tie.parent(item, parent));
        });
    }

    private void mustNest(ItemId item, ItemId parent) {
        mustNotBe(item, parent);
        if (graph.reaches(Tie.PARENT, parent, item))
            throw ItemRefused.inACircle(
                    OWN_ANCESTOR,
                    "An item cannot be part of itself or of one of its parts.",
                    graph.circle(Tie.PARENT, item, parent));
        if (graph.levels(Line.ANCESTORS, parent) + graph.levels(Line.DESCENDANTS, item) > DEEPEST)
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
            return reserve(Tie.link(type, item, other));
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
        if (type == LinkType.BLOCKS && graph.reaches(type.name(), other, item))
            throw ItemRefused.inACircle(
                    BLOCKS_IN_A_CIRCLE,
                    "These items would block each other in a cycle, so that none could ever start.",
                    graph.circle(type.name(), item, other));
    }

    private static void mustNotBe(ItemId item, ItemId other) {
        if (item.equals(other)) throw new ItemRefused(TIED_TO_ITSELF, "An item cannot be related to itself.");
    }

    /** The item that has a symmetric link between the two. */
    public Optional<ItemId> carrier(LinkType type, ItemId one, ItemId other) {
        return graph.carrier(type, one, other);
    }

    @EventHandler
    void on(ItemOpened opened) {
        if (opened.parent() != null) confirm(Tie.parent(opened.item(), opened.parent()));
    }

    @EventHandler
    void on(ItemReparented reparented) {
        if (reparented.from() != null) remove(Tie.parent(reparented.item(), reparented.from()));
        if (reparented.to() != null) confirm(Tie.parent(reparented.item(), reparented.to()));
    }

    @EventHandler
    void on(ItemLinked linked) {
        confirm(Tie.link(linked.type(), linked.item(), linked.other()));
    }

    @EventHandler
    void on(ItemUnlinked unlinked) {
        remove(Tie.link(unlinked.type(), unlinked.item(), unlinked.other()));
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
                case ItemOpened opened when tie.kind().equals(Tie.PARENT) -> tie.isParent(opened.parent());
                case ItemReparented reparented when tie.kind().equals(Tie.PARENT) -> tie.isParent(reparented.to());
                case ItemLinked linked when tie.is(linked.type(), linked.other()) -> true;
                case ItemUnlinked unlinked when tie.is(unlinked.type(), unlinked.other()) -> false;
                default -> stored;
            };
        return stored;
    }
}
