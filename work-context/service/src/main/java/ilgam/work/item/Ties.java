package ilgam.work.item;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import ilgam.starter.messaging.PastEvents;
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
 * Sees to it that no item blocks itself in a circle, nor is its own ancestor, nor has more than ten levels. A tie is
 * written here before its event. Two ties that would make a circle together are judged one after the other; a tie
 * whose event never came is forgotten after a while. What an import brings is taken as it is.
 */
@Component
@ProcessingGroup("lookups")
public class Ties {

    /** How many levels a parent and its descendants may have. */
    static final int DEEPEST = 10;

    private static final String PARENT = "PARENT";
    private static final long ONE_AT_A_TIME = 0x1165414D;

    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final EventStore events;

    Ties(JdbcClient db, TransactionTemplate transactions, EventStore events) {
        this.db = db;
        this.transactions = transactions;
        this.events = events;
    }

    /** A tie about to be made; when it is not made after all, it is taken back. */
    public interface Announced {

        void takeBack();
    }

    /**
     * An item is about to become part of another.
     *
     * @throws ItemRefused when that makes it its own ancestor, or the levels too many
     */
    public Announced parent(ItemId item, ItemId parent) {
        return judged(() -> {
            mustNest(item, parent);
            return announce(PARENT, item, parent);
        });
    }

    private void mustNest(ItemId item, ItemId parent) {
        mustNotBe(item, parent);
        if (reaches(PARENT, parent, item))
            throw new ItemRefused(OWN_ANCESTOR, "An item can't be part of itself or of one of its parts.");
        if (levels("item", "other", parent) + levels("other", "item", item) > DEEPEST)
            throw new ItemRefused(NESTED_TOO_DEEP, "Items can be nested at most %d levels deep.".formatted(DEEPEST));
    }

    /**
     * An item is about to be linked to another.
     *
     * @throws ItemRefused when items would block each other in a circle
     */
    public Announced link(LinkType type, ItemId item, ItemId other) {
        return judged(() -> {
            mustNotGoRound(type, item, other);
            return announce(type.name(), item, other);
        });
    }

    private void mustNotGoRound(LinkType type, ItemId item, ItemId other) {
        mustNotBe(item, other);
        if (type == LinkType.BLOCKS && reaches(type.name(), other, item))
            throw new ItemRefused(
                    BLOCKS_IN_A_CIRCLE, "These items would block each other in a circle, so none could ever start.");
    }

    private static void mustNotBe(ItemId item, ItemId other) {
        if (item.equals(other)) throw new ItemRefused(TIED_TO_ITSELF, "An item can't be tied to itself.");
    }

    /** Which of the two carries a link that reads the same from both. */
    public Optional<ItemId> carrier(LinkType type, ItemId one, ItemId other) {
        return db.sql("select item from item_tie where kind = ? and (item, other) in ((?, ?), (?, ?)) limit 1")
                .params(type.name(), one.value(), other.value(), other.value(), one.value())
                .query(UUID.class)
                .optional()
                .map(ItemId::new);
    }

    private Announced judged(Supplier<Announced> tie) {
        return transactions.execute(_ -> {
            db.sql("select pg_advisory_xact_lock(?)").param(ONE_AT_A_TIME).query(row -> {});
            return tie.get();
        });
    }

    private boolean reaches(String kind, ItemId from, ItemId to) {
        return db.sql("""
                with recursive reached (item) as (
                    select cast(:from as uuid)
                    union
                    select tie.other from item_tie tie join reached using (item) where tie.kind = :kind)
                select exists (select from reached where item = :to)""")
                .param("from", from.value())
                .param("to", to.value())
                .param("kind", kind)
                .query(Boolean.class)
                .single();
    }

    /** The item and its line of ancestors, or of descendants; an imported circle ends the count. */
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

    private Announced announce(String kind, ItemId item, ItemId other) {
        var isNew = db.sql("insert into item_tie (kind, item, other) values (?, ?, ?) on conflict do nothing")
                        .params(kind, item.value(), other.value())
                        .update()
                == 1;
        return () -> {
            if (isNew) remove(kind, item, other, false);
        };
    }

    private void remove(String kind, ItemId item, ItemId other, boolean confirmed) {
        db.sql("delete from item_tie where kind = ? and item = ? and other = ? and (? or not confirmed)")
                .params(kind, item.value(), other.value(), confirmed)
                .update();
    }

    @EventHandler
    void on(ItemOpened opened) {
        if (opened.parent() != null) confirm(PARENT, opened.item(), opened.parent());
    }

    @EventHandler
    void on(ItemReparented reparented) {
        if (reparented.from() != null) remove(PARENT, reparented.item(), reparented.from(), true);
        if (reparented.to() != null) confirm(PARENT, reparented.item(), reparented.to());
    }

    @EventHandler
    void on(ItemLinked linked) {
        confirm(linked.type().name(), linked.item(), linked.other());
    }

    @EventHandler
    void on(ItemUnlinked unlinked) {
        remove(unlinked.type().name(), unlinked.item(), unlinked.other(), true);
    }

    private void confirm(String kind, ItemId item, ItemId other) {
        db.sql("insert into item_tie (kind, item, other, confirmed) values (?, ?, ?, true)"
                        + " on conflict (kind, item, other) do update set confirmed = true")
                .params(kind, item.value(), other.value())
                .update();
    }

    private record Pending(String kind, UUID item, UUID other) {}

    /** A tie that the item's own events do not have: the rows may not show the latest yet. */
    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        db
                .sql(
                        "select kind, item, other from item_tie where not confirmed and tied_at < now() - interval '2 minutes'")
                .query(Pending.class)
                .list()
                .stream()
                .filter(pending -> !isMade(pending))
                .forEach(pending ->
                        remove(pending.kind(), new ItemId(pending.item()), new ItemId(pending.other()), false));
    }

    private boolean isMade(Pending tie) {
        var made = false;
        for (var event : PastEvents.payloads(events, tie.item()))
            made = switch (event) {
                case ItemOpened opened when tie.kind().equals(PARENT) -> isOf(tie, opened.parent());
                case ItemReparented reparented when tie.kind().equals(PARENT) -> isOf(tie, reparented.to());
                case ItemLinked linked when isOf(tie, linked.type(), linked.other()) -> true;
                case ItemUnlinked unlinked when isOf(tie, unlinked.type(), unlinked.other()) -> false;
                default -> made;
            };
        return made;
    }

    private static boolean isOf(Pending tie, LinkType type, ItemId other) {
        return tie.kind().equals(type.name()) && isOf(tie, other);
    }

    private static boolean isOf(Pending tie, @Nullable ItemId other) {
        return other != null && tie.other().equals(other.value());
    }
}
