package ilgam.work.item;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

import ilgam.starter.refusal.Told;
import ilgam.starter.reservation.ReservationKinds;
import ilgam.starter.test.AtOnce;
import ilgam.starter.test.Postgres;
import ilgam.work.item.ItemNumbers.Wish;
import ilgam.work.language.ItemEvent.ItemLinked;
import ilgam.work.language.ItemEvent.ItemReparented;
import ilgam.work.language.ItemEvent.ItemUnlinked;
import ilgam.work.language.ItemId;
import ilgam.work.language.LinkType;
import ilgam.work.language.ProjectId;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** What is judged in tables, before any event: numbers and ties. */
class LookupsTest {

    private static final DataSource TABLES = Postgres.context("work").dataSource();

    private final ProjectId web = new ProjectId(UUID.randomUUID());
    private final JdbcClient db = JdbcClient.create(TABLES);
    private final TransactionTemplate transactions = new TransactionTemplate(new DataSourceTransactionManager(TABLES));
    private final ItemNumbers numbers = new ItemNumbers(db, transactions);
    private final EventStore events = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final ReservationKinds reservations =
            new ReservationKinds(db, new DataSourceTransactionManager(TABLES), () -> true);
    private final ItemRelations ties = new ItemRelations(db, reservations, events);

    @BeforeAll
    static void tables() {
        var tables = new ResourceDatabasePopulator(
                new ClassPathResource("db/migration/V100__keys.sql"),
                new ClassPathResource("ilgam/migration/V0_9__reservations.sql"),
                new ClassPathResource("db/migration/V314__reserved_item_ties.sql"));
        new TransactionTemplate(new DataSourceTransactionManager(TABLES))
                .executeWithoutResult(_ -> tables.execute(TABLES));
    }

    @Test
    void numbers_grow_and_an_item_keeps_its_own() {
        var first = item();
        assertThat(numbers.next(web, first)).isEqualTo(1);
        assertThat(numbers.next(web, item())).isEqualTo(2);
        assertThat(numbers.next(web, first)).isEqualTo(1);
    }

    @Test
    void an_imported_item_keeps_the_number_of_its_source_where_that_is_free() {
        var live = item();
        numbers.next(web, live);
        var one = item();
        var seven = item();
        var any = item();

        var given = numbers.reserve(web, List.of(new Wish(one, 1L), new Wish(seven, 7L), new Wish(any, null)));

        assertThat(given).containsEntry(seven, 7L).containsEntry(one, 8L).containsEntry(any, 9L);
        assertThat(numbers.next(web, item())).isEqualTo(10);
    }

    @Test
    void numbers_reserved_again_stay_the_same() {
        var wishes = IntStream.range(0, 500)
                .mapToObj(n -> new Wish(item(), n % 2 == 0 ? Long.valueOf(n + 1) : null))
                .toList();
        var given = numbers.reserve(web, wishes);
        assertThat(given.values()).doesNotHaveDuplicates().hasSize(500);
        assertThat(numbers.reserve(web, wishes)).isEqualTo(given);
    }

    @Test
    void a_tie_that_was_released_is_in_nobodys_way() {
        var one = item();
        var other = item();
        ties.link(LinkType.BLOCKS, one, other).orElseThrow().release();
        assertThatNoException().isThrownBy(() -> ties.link(LinkType.BLOCKS, other, one));
    }

    @Test
    void a_tie_whose_event_is_on_its_way_is_not_swept_and_one_that_came_to_nothing_is() {
        var made = item();
        var dropped = item();
        var other = item();
        ties.link(LinkType.BLOCKS, made, other);
        ties.link(LinkType.BLOCKS, dropped, other);
        events.publish(new GenericDomainEventMessage<>(
                "WorkItem", made.toString(), 0, new ItemLinked(made, LinkType.BLOCKS, other)));
        db.sql("update reservation set taken_at = taken_at - interval '3 minutes'")
                .update();

        reservations.sweep();

        assertThat(ties.carrier(LinkType.BLOCKS, made, other)).contains(made);
        assertThat(ties.carrier(LinkType.BLOCKS, dropped, other)).isEmpty();
    }

    @Test
    void of_ties_that_would_close_a_circle_together_at_once_one_is_refused() {
        var items = IntStream.range(0, 8).mapToObj(_ -> item()).toList();

        var made = AtOnce.answers(8, n -> isLinked(items.get(n), items.get((n + 1) % 8)));

        assertThat(made).containsOnlyOnce(false);
    }

    @Test
    void an_event_ends_what_was_reserved_for_it() {
        var one = item();
        var other = item();
        ties.link(LinkType.BLOCKS, one, other);
        ties.on(new ItemLinked(one, LinkType.BLOCKS, other));
        assertThat(ties.link(LinkType.BLOCKS, one, other)).isEmpty();
        ties.on(new ItemUnlinked(one, LinkType.BLOCKS, other));
        assertThatNoException().isThrownBy(() -> ties.link(LinkType.BLOCKS, other, one));
    }

    @Test
    void a_circle_is_found_however_long_and_opens_when_a_link_goes() {
        var items = IntStream.range(0, 30).mapToObj(_ -> item()).toList();
        for (int i = 1; i < items.size(); i++) ties.on(new ItemLinked(items.get(i - 1), LinkType.BLOCKS, items.get(i)));
        ties.on(new ItemLinked(items.get(3), LinkType.BLOCKS, items.get(28)));
        ties.on(new ItemLinked(items.get(5), LinkType.BLOCKS, items.get(4)));
        assertThatExceptionOfType(ItemRefused.class)
                .isThrownBy(() -> ties.link(LinkType.BLOCKS, items.getLast(), items.getFirst()))
                .satisfies(refused -> assertThat(named(refused, items)).endsWith(": 29 → 0 → 1 → 2 → 3 → 28 → 29."));
        ties.on(new ItemUnlinked(items.get(3), LinkType.BLOCKS, items.get(28)));
        assertThatExceptionOfType(ItemRefused.class)
                .isThrownBy(() -> ties.link(LinkType.BLOCKS, items.getLast(), items.getFirst()))
                .satisfies(refused -> assertThat(named(refused, items))
                        .endsWith(": 29 → 0 → 1 → 2 → 3 → 4 → … → 24 → 25 → 26 → 27 → 28 → 29."));
        ties.on(new ItemUnlinked(items.get(10), LinkType.BLOCKS, items.get(11)));
        assertThatNoException().isThrownBy(() -> ties.link(LinkType.BLOCKS, items.getLast(), items.getFirst()));
    }

    @Test
    void an_imported_circle_of_parents_keeps_nobody_busy_for_ever() {
        var one = item();
        var other = item();
        ties.on(new ItemReparented(one, null, other));
        ties.on(new ItemReparented(other, null, one));
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThatExceptionOfType(ItemRefused.class).isThrownBy(() -> ties.parent(item(), one)));
    }

    @Test
    void levels_are_counted_above_and_below() {
        var whole = chain(6);
        var part = chain(5);
        assertThatExceptionOfType(ItemRefused.class)
                .isThrownBy(() -> ties.parent(part.getFirst(), whole.getLast()))
                .matches(refused -> refused.getDetails()
                        .filter(new Told(ItemRefused.Reason.NESTED_TOO_DEEP, Map.of("most", 10))::equals)
                        .isPresent());
        assertThatNoException().isThrownBy(() -> ties.parent(part.get(1), whole.getLast()));
    }

    private boolean isLinked(ItemId item, ItemId other) {
        try {
            return ties.link(LinkType.BLOCKS, item, other).isPresent();
        } catch (ItemRefused circle) {
            return false;
        }
    }

    /** Each item is called by its place among these. */
    private static @Nullable String named(ItemRefused refused, List<ItemId> items) {
        return refused.naming(ids -> ids.stream()
                        .distinct()
                        .collect(toMap(id -> id, id -> String.valueOf(items.indexOf(new ItemId(id))))))
                .getMessage();
    }

    /** Items of which each is part of the one before. */
    private List<ItemId> chain(int length) {
        var items = IntStream.range(0, length).mapToObj(_ -> item()).toList();
        for (int i = 1; i < length; i++) ties.on(new ItemReparented(items.get(i), null, items.get(i - 1)));
        return items;
    }

    private static ItemId item() {
        return new ItemId(UUID.randomUUID());
    }
}
