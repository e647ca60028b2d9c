package ilgam.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import ilgam.trial.RunningSystem;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Writes the stored company of a revision; runs only when {@code -Dilgam.checkout} names a folder in which that
 * revision is built and {@code -Dilgam.stored} the file to write.
 */
class StoredCompanyRecorder {

    @Test
    void writes_what_a_revision_stores_and_answers() throws IOException, SQLException, InterruptedException {
        var checkout = Path.of(System.getProperty("ilgam.checkout"));
        var file = Path.of(System.getProperty("ilgam.stored"));
        try (var system = RunningSystem.startAnother(checkout, Ilgam.freshFolder("recorded"))) {
            var company = Company.found(system);
            company.work();
            var rest = atRest(system);
            var answers = answers(company, company.questions(rest));
            try (var stored = StoredCompany.write(file, system, checkout)) {
                stored.writeAnswers(answers);
            }
            mustBeComplete(file, system);
        }
    }

    /** The first whole second after every processor has caught up. */
    private static Instant atRest(RunningSystem system) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
            var last = positions(system, "ilgam_events", "select max(global_index) from domain_event")
                    .getFirst();
            for (var context : List.of("member", "work", "dashboard"))
                for (var position : positions(system, "ilgam_" + context, TOKENS))
                    if (!position.equals(last)) return false;
            return true;
        });
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    }

    private static List<String> positions(RunningSystem system, String database, String query) throws SQLException {
        try (var connection = system.database(database)) {
            return StoredCompany.column(connection, query);
        }
    }

    private static ObjectNode answers(Company company, List<String> questions) {
        var json = JsonMapper.shared();
        var answers = json.createObjectNode();
        for (var name : Company.MEMBERS) {
            var client = company.client(name);
            var own = answers.putObject(name);
            for (var question : questions) {
                var answer = client.get(question);
                var answered = own.putObject(question).put("status", answer.status());
                if (answer.status() == 200) answered.set("body", answer.json());
            }
        }
        return answers;
    }

    /** Fails if the databases have objects that a restore would not create. */
    private static void mustBeComplete(Path file, RunningSystem system)
            throws IOException, SQLException, InterruptedException {
        var copy = Ilgam.freshFolder("restored");
        try (var stored = StoredCompany.read(file)) {
            stored.restore(copy);
        }
        try (var data = DataFolder.open(copy);
                var spawner = new Spawner()) {
            var binaries = PostgresBinaries.unpackedIn(Path.of("target").toAbsolutePath());
            var server = new PostgresServer(binaries, data, new Secrets(data.secrets()), spawner, Ports.anyFree());
            server.prepare();
            server.start();
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(server::ready);
            for (var database : List.of("ilgam_member", "ilgam_work", "ilgam_dashboard", "ilgam_events"))
                try (var was = system.database(database);
                        var is = server.connect(database)) {
                    for (var catalog : CATALOGS)
                        assertThat(StoredCompany.column(is, catalog))
                                .as(database)
                                .containsExactlyInAnyOrderElementsOf(StoredCompany.column(was, catalog));
                }
        }
    }

    private static final String TOKENS = """
            select convert_from(token, 'UTF8')::jsonb ->> 'index' from token_entry where token_type like '%GapAware%'
            """;

    private static final List<String> CATALOGS = List.of(
            """
            select concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default, collation_name, generation_expression)
            from information_schema.columns where table_schema = 'public' order by table_name, ordinal_position
            """,
            "select indexdef from pg_indexes where schemaname = 'public' order by indexdef",
            """
            select concat_ws(' ', conrelid::regclass::text, pg_get_constraintdef(oid)) from pg_constraint
            where connamespace = 'public'::regnamespace order by 1
            """,
            """
            select concat_ws(' ', relname, relkind::text, relowner::regrole::text, relacl::text) from pg_class
            where relnamespace = 'public'::regnamespace order by relname
            """,
            "select concat_ws(' ', proname, prosrc) from pg_proc where pronamespace = 'public'::regnamespace order by proname");
}
