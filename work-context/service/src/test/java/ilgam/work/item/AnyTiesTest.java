package ilgam.work.item;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

import ilgam.starter.reservation.ReservationKinds;
import ilgam.starter.test.Postgres;
import ilgam.work.item.ItemRefused.Reason;
import ilgam.work.language.ItemEvent.ItemLinked;
import ilgam.work.language.ItemEvent.ItemReparented;
import ilgam.work.language.ItemEvent.ItemUnlinked;
import ilgam.work.language.ItemId;
import ilgam.work.language.LinkType;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is tied and untied: a relation is refused if a plain graph says so, and not otherwise. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnyTiesTest {

    private static final int ITEMS = 14;
    private static final int STEPS = 60;

    private ItemRelations ties;

    @BeforeAll
    void tables() {
        var database = Postgres.context("work").dataSource();
        var transactions = new DataSourceTransactionManager(database);
        var tables = new ResourceDatabasePopulator(
                new ClassPathResource("db/migration/V100__keys.sql"),
                new ClassPathResource("ilgam/migration/V0_9__reservations.sql"),
                new ClassPathResource("db/migration/V314__reserved_item_ties.sql"));
        new TransactionTemplate(transactions).executeWithoutResult(_ -> tables.execute(database));
        var db = JdbcClient.create(database);
        var reservations = new ReservationKinds(db, transactions, () -> true);
        var noEvents = EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();
        ties = new ItemRelations(db, reservations, noEvents);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void items_never_block_each_other_in_a_circle(int seed) {
        var random = new Random(seed);
        var items = items();
        var blocks = new HashMap<ItemId, Set<ItemId>>();
        for (int step = 0; step < STEPS; step++) {
            var item = oneOf(items, random);
            var other = oneOf(items, random);
            if (random.nextInt(4) == 0) {
                ties.on(new ItemUnlinked(item, LinkType.BLOCKS, other));
                blocks.getOrDefault(item, new HashSet<>()).remove(other);
                continue;
            }
            var expected = item.equals(other)
                    ? Reason.TIED_TO_ITSELF
                    : reaches(blocks, other, item) ? Reason.BLOCKS_IN_A_CIRCLE : null;
            assertThat(refusal(() -> ties.link(LinkType.BLOCKS, item, other)))
                    .as("seed %d, step %d", seed, step)
                    .isEqualTo(expected);
            if (expected != null) continue;
            ties.on(new ItemLinked(item, LinkType.BLOCKS, other));
            blocks.computeIfAbsent(item, _ -> new HashSet<>()).add(other);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void items_are_nested_as_a_tree_of_ten_levels_at_most(int seed) {
        var random = new Random(seed);
        var items = items();
        var parents = new HashMap<ItemId, ItemId>();
        for (int step = 0; step < STEPS; step++) {
            var item = oneOf(items, random);
            var parent = random.nextBoolean() ? deepest(items, parents) : oneOf(items, random);
            if (random.nextInt(12) == 0) {
                ties.on(new ItemReparented(item, parents.remove(item), null));
                continue;
            }
            var expected = refusalOf(item, parent, parents);
            assertThat(refusal(() -> ties.parent(item, parent)))
                    .as("seed %d, step %d", seed, step)
                    .isEqualTo(expected);
            if (expected != null) continue;
            ties.on(new ItemReparented(item, parents.put(item, parent), parent));
        }
        assertThat(level(deepest(items, parents), parents)).isBetween(5, 10);
    }

    private static @Nullable Reason refusalOf(ItemId item, ItemId parent, Map<ItemId, ItemId> parents) {
        if (item.equals(parent)) return Reason.TIED_TO_ITSELF;
        for (var above = parents.get(parent); above != null; above = parents.get(above))
            if (above.equals(item)) return Reason.OWN_ANCESTOR;
        return level(parent, parents) + height(item, parents) > 10 ? Reason.NESTED_TOO_DEEP : null;
    }

    private static int level(ItemId item, Map<ItemId, ItemId> parents) {
        var parent = parents.get(item);
        return parent == null ? 1 : 1 + level(parent, parents);
    }

    private static int height(ItemId item, Map<ItemId, ItemId> parents) {
        return 1
                + parents.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(item))
                        .mapToInt(entry -> height(entry.getKey(), parents))
                        .max()
                        .orElse(0);
    }

    private static ItemId deepest(List<ItemId> items, Map<ItemId, ItemId> parents) {
        var deepest = items.getFirst();
        for (var item : items) if (level(item, parents) > level(deepest, parents)) deepest = item;
        return deepest;
    }

    private static boolean reaches(Map<ItemId, Set<ItemId>> blocks, ItemId from, ItemId to) {
        var seen = new HashSet<ItemId>(Set.of(from));
        var next = new HashSet<>(seen);
        while (!next.isEmpty()) {
            var further = new HashSet<ItemId>();
            for (var item : next) further.addAll(blocks.getOrDefault(item, Set.of()));
            further.removeAll(seen);
            seen.addAll(further);
            next = further;
        }
        return seen.contains(to);
    }

    private static @Nullable Reason refusal(Supplier<?> relation) {
        try {
            var _ = relation.get();
            return null;
        } catch (ItemRefused refused) {
            return (Reason) ItemRefused.reasonOf(refused);
        }
    }

    private static List<ItemId> items() {
        return IntStream.range(0, ITEMS)
                .mapToObj(_ -> new ItemId(UUID.randomUUID()))
                .toList();
    }

    private static ItemId oneOf(List<ItemId> items, Random random) {
        return items.get(random.nextInt(items.size()));
    }
}
