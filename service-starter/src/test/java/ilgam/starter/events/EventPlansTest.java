package ilgam.starter.events;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

import ilgam.starter.test.Postgres;

import static org.assertj.core.api.Assertions.assertThat;

/** The plans of the reading statements, on a table so large that the planner has a choice. */
class EventPlansTest {

    private static final int EVENTS = 20_000;
    private static final EventTable TABLE = new EventTable(600_000);
    private static final Postgres.Context DATABASES = Postgres.context("work");

    private static EventDatabase database;

    /** A statement that reads the table. */
    interface Reading {
        PreparedStatement on(Connection connection) throws SQLException;
    }

    @BeforeAll
    static void fill() {
        JdbcClient.create(DATABASES.eventStoreAsSuperuser())
                .sql("""
                        insert into domain_event (event_identifier, aggregate_identifier, sequence_number, time_stamp,
                            payload_type, payload)
                        select 'event-' || n, 'aggregate-' || n %% 500, n / 500, '', 'Told', convert_to(repeat('x', 300), 'UTF8')
                        from generate_series(1, %d) n
                        """.formatted(EVENTS))
                .update();
        JdbcClient.create(DATABASES.eventStoreAsSuperuser())
                .sql("analyze domain_event")
                .update();
        var settings = new Binder(new MapConfigurationPropertySource(DATABASES.settings()))
                .bind("ilgam", EventsProperties.class)
                .get();
        database = new EventDatabase(settings.eventStore(), new SimpleMeterRegistry());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    static Stream<Reading> readings() {
        return Stream.of(
                connection -> TABLE.after(connection, EVENTS / 2, 500),
                connection -> TABLE.afterOrInGaps(connection, EVENTS / 2, 500, List.of(17L, 18L)),
                connection -> TABLE.newest(connection, 1),
                connection -> EventTable.ofAggregate(connection, "aggregate-7", 0, 500),
                connection -> EventTable.one(connection, "aggregate-7", 3));
    }

    @ParameterizedTest
    @MethodSource("readings")
    void events_are_read_by_an_index_with_a_generic_plan(Reading reading) throws SQLException {
        try (var connection = database.ownConnection()) {
            for (int n = 0; n < 20; n++)
                try (var statement = reading.on(connection)) {
                    statement.executeQuery().close();
                }
            var kept = kept(connection);
            assertThat(kept).hasSize(1);
            assertThat(kept.getFirst().plannedAgain).isZero();
            assertThat(plan(connection, kept.getFirst()))
                    .anyMatch(step -> step.contains("Index"))
                    .noneMatch(step -> step.contains("Seq Scan"));
        }
    }

    private record Kept(String name, int parameters, long plannedAgain) {}

    private static List<Kept> kept(Connection connection) throws SQLException {
        var kept = new ArrayList<Kept>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select name, cardinality(parameter_types) as parameters, custom_plans
                        from pg_prepared_statements where statement like '%from domain_event%' and generic_plans > 0
                        """)) {
            while (rows.next())
                kept.add(new Kept(rows.getString("name"), rows.getInt("parameters"), rows.getLong("custom_plans")));
        }
        return kept;
    }

    private static List<String> plan(Connection connection, Kept kept) throws SQLException {
        var steps = new ArrayList<String>();
        var values = String.join(", ", Collections.nCopies(kept.parameters(), "null"));
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("explain execute \"%s\" (%s)".formatted(kept.name(), values))) {
            while (rows.next()) steps.add(rows.getString(1));
        }
        return steps;
    }
}
