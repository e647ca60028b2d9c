package ilgam.standalone;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import ilgam.trial.RunningSystem;

/**
 * The databases of a company as an earlier revision stored them, in a zip file: for each database the statements that
 * create its tables, every table's rows in COPY's text format, and the values of its sequences; and the revision's
 * answers to questions about them.
 */
public final class StoredCompany implements AutoCloseable {

    private static final List<String> DATABASES =
            List.of("ilgam_member", "ilgam_work", "ilgam_dashboard", "ilgam_events");
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Flyway's own table, which Flyway creates with its first migration. */
    private static final String MIGRATIONS = """
            create table flyway_schema_history (
              installed_rank integer constraint flyway_schema_history_pk primary key,
              version        varchar(50),
              description    varchar(200)  not null,
              type           varchar(20)   not null,
              script         varchar(1000) not null,
              checksum       integer,
              installed_by   varchar(100)  not null,
              installed_on   timestamp     not null default now(),
              execution_time integer       not null,
              success        boolean       not null
            );
            create index flyway_schema_history_s_idx on flyway_schema_history (success);
            """;

    private static final Pattern EXECUTED = Pattern.compile("execute\\(\"((?:[^\"\\\\]|\\\\.)*)\"\\)");

    private final FileSystem zip;

    private StoredCompany(FileSystem zip) {
        this.zip = zip;
    }

    public static StoredCompany read(Path file) throws IOException {
        return new StoredCompany(FileSystems.newFileSystem(file));
    }

    /** Writes the databases of a system that runs from this checkout. */
    static StoredCompany write(Path file, RunningSystem system, Path checkout) throws IOException, SQLException {
        Files.deleteIfExists(file);
        var company = new StoredCompany(FileSystems.newFileSystem(file, Map.of("create", "true")));
        for (var database : DATABASES) {
            try (var connection = system.database(database)) {
                company.write(database + "/schema.sql", schema(database, connection, checkout));
                for (var table : column(connection, "select tablename from pg_tables where schemaname = 'public'"))
                    company.write("%s/%s.copy".formatted(database, table), rows(connection, table));
                company.write(database + "/sequences.json", JSON.writeValueAsString(sequences(connection)));
            }
        }
        return company;
    }

    private static String schema(String database, Connection connection, Path checkout)
            throws IOException, SQLException {
        if (database.equals(Databases.EVENTS)) return script(checkout, "schema.sql") + script(checkout, "grants.sql");
        var schema = new StringBuilder(MIGRATIONS);
        for (var script : column(connection, "select script from flyway_schema_history order by installed_rank"))
            schema.append(script.endsWith(".sql") ? script(checkout, script) : statements(checkout, script));
        return schema.toString();
    }

    private static String script(Path checkout, String name) throws IOException {
        return source(checkout, "src/main/resources", Path.of(name)).strip() + "\n";
    }

    /** The statements of a migration in Java, from its source. */
    private static String statements(Path checkout, String className) throws IOException {
        var file = Path.of(className.replace('.', '/') + ".java");
        return EXECUTED.matcher(source(checkout, "src/main/java", file))
                .results()
                .map(executed -> executed.group(1).replace("\\\"", "\"") + ";\n")
                .collect(Collectors.joining());
    }

    private static String source(Path checkout, String folder, Path end) throws IOException {
        try (var files = Files.walk(checkout)) {
            for (var file : files.filter(file -> file.endsWith(end)).toList())
                if (file.toString().contains("/" + folder + "/")) return Files.readString(file);
        }
        throw new IllegalStateException("There is no " + end);
    }

    /** The columns that are not generated, and the rows. */
    public static String rows(Connection connection, String table) throws SQLException, IOException {
        var columns = String.join(", ", column(connection, """
                select quote_ident(attname) from pg_attribute
                where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum
                """.formatted(table)));
        var rows = new ByteArrayOutputStream();
        copy(connection).copyOut("copy (select %s from %s order by 1, 2) to stdout".formatted(columns, table), rows);
        return columns + "\n" + rows.toString(StandardCharsets.UTF_8);
    }

    private static Map<String, Long> sequences(Connection connection) throws SQLException {
        var values = new TreeMap<String, Long>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select sequencename, coalesce(last_value, 0) from pg_sequences")) {
            while (rows.next()) values.put(rows.getString(1), rows.getLong(2));
        }
        return values;
    }

    /** Creates a data folder with these databases, as if the revision had just stopped on it. */
    public void restore(Path folder) throws IOException, SQLException, InterruptedException {
        try (var data = DataFolder.open(folder);
                var spawner = new Spawner()) {
            var binaries = PostgresBinaries.unpackedIn(Path.of("target").toAbsolutePath());
            var server = new PostgresServer(binaries, data, new Secrets(data.secrets()), spawner, Ports.anyFree());
            server.prepare();
            var process = server.start();
            Awaitility.await().atMost(LIMIT).until(server::ready);
            for (var database : DATABASES) restore(database, server);
            Signals.send("INT", process.pid());
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS))
                throw new IllegalStateException("PostgreSQL does not stop.");
        }
    }

    private void restore(String database, PostgresServer server) throws SQLException, IOException {
        var owner = database.equals(Databases.EVENTS) ? PostgresServer.SUPERUSER : database;
        try (var connection = server.connect("postgres")) {
            if (!owner.equals(PostgresServer.SUPERUSER)) run(connection, "create role %s login".formatted(owner));
            run(connection, "create database %s owner %s".formatted(database, owner));
        }
        try (var connection = server.connect(database)) {
            run(connection, "set role " + owner);
            run(connection, text(database + "/schema.sql"));
            run(connection, "reset role");
            run(connection, "set session_replication_role = replica");
            for (var table : tables(database)) {
                run(connection, "delete from " + table); // rows of its migration
                var stored = text("%s/%s.copy".formatted(database, table)).split("\n", 2);
                copy(connection)
                        .copyIn("copy %s (%s) from stdin".formatted(table, stored[0]), new StringReader(stored[1]));
            }
            for (var sequence :
                    JSON.readTree(text(database + "/sequences.json")).properties())
                if (sequence.getValue().asLong() > 0)
                    run(connection, "select setval('%s', %s)".formatted(sequence.getKey(), sequence.getValue()));
        }
    }

    public List<String> tables(String database) throws IOException {
        try (var files = Files.list(zip.getPath(database))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".copy"))
                    .map(name -> name.substring(0, name.length() - ".copy".length()))
                    .sorted()
                    .toList();
        }
    }

    /** The stored rows of a table, without the line of column names. */
    public List<String> rows(String database, String table) throws IOException {
        return text("%s/%s.copy".formatted(database, table)).lines().skip(1).toList();
    }

    List<String> columns(String database, String table) throws IOException {
        return List.of(text("%s/%s.copy".formatted(database, table))
                .lines()
                .findFirst()
                .orElseThrow()
                .split(", "));
    }

    void writeAnswers(JsonNode answers) throws IOException {
        write("answers.json", JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answers));
    }

    JsonNode answers() throws IOException {
        return JSON.readTree(text("answers.json"));
    }

    private String text(String name) throws IOException {
        return Files.readString(zip.getPath(name));
    }

    private void write(String name, String text) throws IOException {
        var file = zip.getPath(name);
        if (file.getParent() != null) Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    static List<String> column(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var values = new ArrayList<String>();
            while (rows.next()) values.add(Objects.requireNonNull(rows.getString(1)));
            return values;
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static CopyManager copy(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
