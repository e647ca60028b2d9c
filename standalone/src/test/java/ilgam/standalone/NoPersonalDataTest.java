package ilgam.standalone;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Runs after the other tests, so that it searches all their events. */
@Tag("system")
@Order(1000)
class NoPersonalDataTest {

    private static final String WITNESS = "Title that must be found, or the search is blind";

    @Test
    void no_name_or_address_of_a_person_is_in_any_stored_event() throws SQLException {
        Assumptions.assumeTrue(Ilgam.EVENTS.equals("embedded"), "skipped: the events are in Axon Server");
        var member = Ilgam.member("Ada Nopersonaldata");
        var project = Ilgam.newKey();
        member.post("/api/projects", Map.of("key", project, "name", "Quiet", "visibility", "open"))
                .expect(201);
        member.post("/api/tasks", Map.of("project", project, "title", WITNESS)).expect(201);

        try (var events = Ilgam.system().database("ilgam_events")) {
            var columns = columns(events);
            assertThat(holding(WITNESS, columns, events)).isNotEmpty();
            for (var personal : Ilgam.personal())
                assertThat(holding(personal, columns, events)).as(personal).isEmpty();
        }
    }

    private record Column(String table, String name, boolean bytes) {}

    private static List<Column> columns(Connection events) throws SQLException {
        var columns = new ArrayList<Column>();
        try (var statement = events.createStatement();
                var rows = statement.executeQuery("""
                        select table_name, column_name, data_type from information_schema.columns
                        where table_schema not in ('pg_catalog', 'information_schema')
                        and data_type in ('bytea', 'text', 'character varying', 'jsonb', 'json')
                        """)) {
            while (rows.next())
                columns.add(new Column(
                        rows.getString(1), rows.getString(2), rows.getString(3).equals("bytea")));
        }
        return columns;
    }

    private static List<Column> holding(String text, List<Column> columns, Connection events) throws SQLException {
        var found = new ArrayList<Column>();
        for (var column : columns) {
            var condition = column.bytes() ? "position(? in \"%s\") > 0" : "strpos(\"%s\"::text, ?) > 0";
            var query = "select 1 from \"%s\" where %s limit 1".formatted(column.table(), condition);
            try (var statement = events.prepareStatement(query.formatted(column.name()))) {
                if (column.bytes()) statement.setBytes(1, text.getBytes(UTF_8));
                else statement.setString(1, text);
                try (var rows = statement.executeQuery()) {
                    if (rows.next()) found.add(column);
                }
            }
        }
        return found;
    }
}
