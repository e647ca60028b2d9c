package ilgam.starter.reservation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

import ilgam.starter.messaging.EventStoreAway;
import ilgam.starter.test.AtOnce;
import ilgam.starter.test.Postgres;
import ilgam.starter.web.DatabaseAway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Concurrent reservations, and processes that die; a set of what was stored replaces the event store. */
class ReservationsTest {

    private static final DataSource TABLES = Postgres.context("work").dataSource();
    private static final String KEY = "the key";

    private final Set<String> stored = ConcurrentHashMap.newKeySet();
    private final List<Reservation> released = new ArrayList<>();
    private boolean storeIsUp = true;
    private final JdbcClient db = JdbcClient.create(TABLES);
    private final ReservationKinds kinds =
            new ReservationKinds(db, new DataSourceTransactionManager(TABLES), () -> storeIsUp);
    private final String kind = UUID.randomUUID().toString();
    private final Reservations keys = kinds.lasting(kind, this::isStored).whenReleased(released::add);
    private final UUID ada = UUID.randomUUID();
    private final UUID lin = UUID.randomUUID();

    @BeforeAll
    static void table() {
        new ResourceDatabasePopulator(new ClassPathResource("ilgam/migration/V0_9__reservations.sql")).execute(TABLES);
    }

    @Test
    void one_of_many_concurrent_reservations_of_a_key_succeeds() {
        var taken = AtOnce.answers(16, _ -> keys.take(KEY, UUID.randomUUID()));

        assertThat(taken).filteredOn(Optional::isPresent).hasSize(1);
        var winner = taken.stream().flatMap(Optional::stream).findFirst().orElseThrow();
        assertThat(keys.of(winner.holder())).containsExactly(winner);
        assertThat(winner.repeated()).isFalse();
    }

    @Test
    void one_of_many_concurrent_decisions_over_several_keys_succeeds() {
        var deciding = new CountDownLatch(2);

        var admitted = AtOnce.answers(
                16,
                n -> keys.oneAtATime(() -> {
                    if (count() > 0) return false;
                    awaitAnother(deciding);
                    return keys.take("key " + n, UUID.randomUUID()).isPresent();
                }));

        assertThat(admitted).containsOnlyOnce(true);
    }

    @Test
    void a_caller_that_waits_too_long_for_a_decision_is_answered_with_503() throws Exception {
        try (var deciding = TABLES.getConnection();
                var statement = deciding.createStatement()) {
            deciding.setAutoCommit(false);
            statement.execute(
                    "select pg_advisory_xact_lock(hashtextextended('reservation ' || '%s', 0))".formatted(kind));

            assertThatThrownBy(() -> keys.oneAtATime(() -> true)).matches(DatabaseAway::in);
        }
    }

    @Test
    void no_decision_is_made_while_the_event_store_is_away() {
        storeIsUp = false;
        var decided = new AtomicBoolean();

        assertThatThrownBy(() -> keys.oneAtATime(() -> decided.getAndSet(true))).isInstanceOf(EventStoreAway.class);
        assertThat(decided).isFalse();
    }

    @Test
    void the_sweep_releases_the_key_of_a_process_that_died_before_its_append() {
        keys.take(KEY, ada);
        kinds.sweep();
        assertThat(keys.take(KEY, lin)).isEmpty();

        twoMinutesPass();
        kinds.sweep();

        assertThat(released).extracting(Reservation::holder).containsExactly(ada);
        assertThat(keys.take(KEY, lin)).isPresent();
    }

    @Test
    void the_sweep_confirms_a_key_whose_event_was_stored() {
        keys.take(KEY, ada);
        stored.add(KEY + ada);
        twoMinutesPass();

        kinds.sweep();

        assertThat(keys.of(ada)).singleElement().matches(Reservation::confirmed);
        stored.clear();
        twoMinutesPass();
        kinds.sweep();
        assertThat(keys.take(KEY, lin)).isEmpty();
        assertThat(released).isEmpty();
    }

    @Test
    void the_sweep_keeps_an_announced_change_until_its_event() {
        var intents = kinds.untilTheEvent(kind + "!", this::isStored);
        intents.take(KEY, ada);
        intents.take("another", ada);
        stored.addAll(Set.of(KEY + ada, "another" + ada));
        twoMinutesPass();
        kinds.sweep();
        assertThat(intents.of(ada)).hasSize(2).noneMatch(Reservation::confirmed);

        stored.remove("another" + ada);
        kinds.sweep();
        assertThat(intents.of(ada)).extracting(Reservation::key).containsExactly(KEY);
        intents.end(ada);

        assertThat(intents.of(ada)).isEmpty();
    }

    @Test
    void no_key_is_released_while_the_store_is_away() {
        var taken = keys.take(KEY, ada).orElseThrow();
        storeIsUp = false;
        twoMinutesPass();

        taken.release();
        kinds.sweep();
        assertThat(keys.take(KEY, lin)).isEmpty();

        storeIsUp = true;
        kinds.sweep();
        assertThat(keys.take(KEY, lin)).isPresent();
    }

    @Test
    void a_key_that_the_store_cannot_decide_does_not_block_others() {
        keys.take("unreadable", ada);
        keys.take(KEY, lin);
        twoMinutesPass();

        kinds.sweep();

        assertThat(keys.of(ada)).hasSize(1);
        assertThat(keys.of(lin)).isEmpty();
    }

    @Test
    void the_attempt_that_reserved_a_key_releases_it_at_once() {
        keys.take(KEY, ada).orElseThrow().release();

        assertThat(keys.take(KEY, lin)).isPresent();
    }

    @Test
    void a_key_that_another_attempt_reserved_since_is_not_released() {
        var taken = keys.take(KEY, ada).orElseThrow();
        taken.release();
        keys.take(KEY, lin);
        taken.release();
        assertThat(keys.of(lin)).hasSize(1);
    }

    @Test
    void of_two_attempts_for_one_holder_neither_releases_the_key() {
        var first = keys.take(KEY, ada).orElseThrow();
        var second = keys.take(KEY, ada).orElseThrow();
        assertThat(second.repeated()).isTrue();

        first.release();
        second.release();

        assertThat(keys.take(KEY, lin)).isEmpty();
    }

    @Test
    void a_key_whose_event_was_stored_after_all_is_not_released() {
        var taken = keys.take(KEY, ada).orElseThrow();
        stored.add(KEY + ada);

        taken.release();

        assertThat(keys.take(KEY, lin)).isEmpty();
    }

    @Test
    void an_event_confirms_only_its_holder_s_key_also_without_a_reservation() {
        keys.take(KEY, ada);
        keys.confirm(KEY, lin);
        assertThat(keys.of(ada)).singleElement().matches(key -> !key.confirmed());
        assertThat(keys.of(lin)).isEmpty();

        keys.confirm(KEY, ada);
        keys.confirm("another", lin);

        assertThat(keys.of(ada)).singleElement().matches(Reservation::confirmed);
        assertThat(keys.of(lin)).singleElement().matches(Reservation::confirmed);
    }

    @Test
    void a_key_that_replaces_another_releases_it_unless_it_was_reserved_again() {
        keys.confirm("old", ada);
        keys.take("new", ada);
        keys.take("old", ada);
        keys.confirmInstead("new", ada);
        assertThat(keys.take("old", lin)).isEmpty();

        keys.confirmInstead("old", ada);

        assertThat(keys.take("new", lin)).isPresent();
    }

    /** Waits a moment for a competing decision. */
    private static void awaitAnother(CountDownLatch deciding) {
        deciding.countDown();
        try {
            var _ = deciding.await(200, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private long count() {
        return db.sql("select count(*) from reservation where kind = ?")
                .param(kind)
                .query(Long.class)
                .single();
    }

    private boolean isStored(Reservation taken) {
        if (taken.key().equals("unreadable")) throw new IllegalStateException("It cannot be read.");
        return stored.contains(taken.key() + taken.holder());
    }

    private void twoMinutesPass() {
        db.sql("update reservation set taken_at = taken_at - interval '121 seconds'")
                .update();
    }
}
