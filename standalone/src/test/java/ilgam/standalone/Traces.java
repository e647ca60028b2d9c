package ilgam.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import ilgam.trial.RunningSystem;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Searches a running system for a text, ignoring case: tables of every database, logs and the outbox. Events in Axon
 * Server are not searched.
 */
record Traces(RunningSystem system) {

    private static final List<String> DATABASES = Ilgam.EVENTS.equals("embedded")
            ? List.of("ilgam_events", "ilgam_member", "ilgam_work", "ilgam_dashboard")
            : List.of("ilgam_member", "ilgam_work", "ilgam_dashboard");

    List<String> of(String text) throws SQLException, IOException {
        var places = new ArrayList<String>();
        for (var name : DATABASES) {
            try (var database = system.database(name)) {
                for (var table : tables(database)) if (contains(database, table, text)) places.add(name + ": " + table);
            }
        }
        for (var folder : List.of("logs", "outbox"))
            places.addAll(files(system.data().resolve(folder), text));
        return places;
    }

    private static List<String> tables(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("""
                        select format('%I.%I', table_schema, table_name) from information_schema.tables
                        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
                        """)) {
            var tables = new ArrayList<String>();
            while (rows.next()) tables.add(rows.getString(1));
            return tables;
        }
    }

    /** Also searches for the text's bytes, because bytea columns are shown in hexadecimal. */
    private static boolean contains(Connection database, String table, String text) throws SQLException {
        var query = """
                select exists (select from %s t where position(lower(?) in lower(t::text)) > 0
                    or position(encode(convert_to(?, 'UTF8'), 'hex') in t::text) > 0)
                """.formatted(table);
        try (var statement = database.prepareStatement(query)) {
            statement.setString(1, text);
            statement.setString(2, text);
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private static List<String> files(Path folder, String text) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        var sought = text.toLowerCase(Locale.ROOT);
        var places = new ArrayList<String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList())
                if (new String(Files.readAllBytes(file), UTF_8)
                        .toLowerCase(Locale.ROOT)
                        .contains(sought)) places.add(file.toString());
        }
        return places;
    }
}
