package ilgam.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PostgresServerTest {

    @TempDir
    private static Path folder;

    private static Spawner spawner;
    private static DataFolder data;
    private static Secrets secrets;
    private static PostgresServer server;

    @BeforeAll
    static void prepare() {
        spawner = new Spawner();
        data = DataFolder.open(folder);
        secrets = new Secrets(data.secrets());
        var binaries = PostgresBinaries.unpackedIn(Path.of("target").toAbsolutePath());
        server = new PostgresServer(binaries, data, secrets, spawner, Ports.anyFree());
        server.prepare();
    }

    @AfterAll
    static void end() throws IOException {
        data.close();
        spawner.close();
    }

    private static Process running() {
        var process = server.start();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(server::ready);
        return process;
    }

    private static void stop(Process process) throws InterruptedException {
        Signals.send("INT", process.pid());
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_killed_server_starts_again_with_all_acknowledged_changes() throws SQLException, InterruptedException {
        var first = running();
        try (var connection = server.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("create table kept as select 42 as answer");
        }
        first.destroyForcibly().waitFor();
        assertThat(data.postgres().resolve("postmaster.pid")).exists();

        var second = running();
        try (var connection = server.connect("postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select answer from kept")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(42);
        }
        stop(second);
    }

    @Test
    void a_server_left_running_by_a_killed_launcher_is_stopped_first() throws InterruptedException {
        var leftover = running();
        var next = running();
        assertThat(leftover.isAlive()).isFalse();
        assertThat(next.isAlive()).isTrue();
        stop(next);
    }

    @Test
    void a_pid_file_of_another_process_is_ignored() throws IOException, InterruptedException {
        Files.writeString(
                data.postgres().resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n");
        stop(running());
    }

    @Test
    void a_server_that_could_lose_acknowledged_changes_is_refused() throws SQLException, InterruptedException {
        var process = running();
        try (var connection = server.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("alter system set synchronous_commit = off");
            statement.execute("select pg_reload_conf()");
        }
        Awaitility.await()
                .untilAsserted(() -> assertThatThrownBy(server::ready)
                        .isInstanceOf(CannotStart.class)
                        .hasMessageContaining("synchronous_commit=off"));
        try (var connection = server.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("alter system reset synchronous_commit");
        }
        stop(process);
    }

    @Test
    void each_context_uses_only_its_own_database_and_cannot_change_events() throws SQLException, InterruptedException {
        var process = running();
        var databases = new Databases(server, secrets);
        databases.prepare(Options.Events.EMBEDDED);
        databases.prepare(Options.Events.EMBEDDED);
        assertThat(may("ilgam_work", "ilgam_work", "create table anything (id int)"))
                .isTrue();
        assertThat(may("ilgam_work", "ilgam_member", "select 1")).isFalse();
        assertThat(may("ilgam_work", "postgres", "select 1")).isFalse();
        assertThat(may("ilgam_work", "ilgam_events", "select * from domain_event"))
                .isTrue();
        assertThat(may("ilgam_work", "ilgam_events", "delete from domain_event"))
                .isFalse();
        assertThat(may("ilgam_member", "ilgam_events", "update domain_event set type = ''"))
                .isFalse();
        assertThat(may("ilgam_dashboard", "ilgam_events", "insert into domain_event default values"))
                .isFalse();
        stop(process);
    }

    @Test
    void the_log_has_nothing_that_members_wrote_and_sessions_have_time_outs()
            throws SQLException, InterruptedException, IOException {
        var process = running();
        new Databases(server, secrets).prepare(Options.Events.AXON_SERVER);
        try (var connection = connect("ilgam_work", "ilgam_work");
                var statement = connection.createStatement()) {
            statement.execute(
                    "create temporary table letter (body text primary key, day date check (day > '2000-01-01'))");
            statement.execute("insert into letter values ('my-diary')");
            for (var fails : List.of(
                    "insert into letter values ('my-diary')",
                    "insert into letter values ('dear my-diary', '1999-01-01')",
                    "select 'my-diary'::uuid",
                    "select 'my-diary' from nowhere",
                    "selec 'my-diary'",
                    "do $$ begin raise exception 'my-diary'; end $$"))
                assertThatThrownBy(() -> statement.execute(fails)).isInstanceOf(SQLException.class);
            try (var prepared = connection.prepareStatement("insert into letter values (?)")) {
                prepared.setString(1, "my-diary");
                assertThatThrownBy(prepared::execute).isInstanceOf(SQLException.class);
            }
        }
        for (var role : List.of("ilgam_member", "ilgam_work", "ilgam_dashboard")) {
            assertThat(shown("statement_timeout", role)).isEqualTo("30s");
            assertThat(shown("idle_in_transaction_session_timeout", role)).isEqualTo("5min");
        }
        stop(process);
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("database system is shut down")
                .doesNotContain("my-diary");
    }

    private static String shown(String setting, String role) throws SQLException {
        try (var connection = connect(role, role);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("show " + setting)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(String database, String role) throws SQLException {
        return DriverManager.getConnection(server.url(database), role, secrets.password(role));
    }

    private static boolean may(String role, String database, String sql) {
        try (var connection = connect(database, role);
                var statement = connection.createStatement()) {
            statement.execute(sql);
            return true;
        } catch (SQLException refused) {
            assertThat(refused.getSQLState()).isEqualTo("42501");
            return false;
        }
    }
}
