package ilgam.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

import ilgam.trial.Client;
import ilgam.trial.RunningSystem;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * This revision starts on the data of an earlier one, gives the same answers, and accepts changes. Answers may have
 * additional fields.
 */
@Tag("system")
@Order(910)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpgradeTest {

    private static final Path STORED = Path.of("src/test/upgrade/c7c1537.zip");
    private static final Duration LIMIT = Duration.ofMinutes(1);

    /**
     * Intended differences: lists have no descriptions any more, and a work cycle that nobody set follows the company
     * in lists and figures.
     */
    private static final Pattern ON_PURPOSE = Pattern.compile("\\w+ /api/(work-items\\?|my-work)\\S* .*/description"
            + "|\\w+ /api/members/me/work-cycle /timeZone: \"Asia/Seoul\", was \"UTC\"");

    private static final Pattern AT = Pattern.compile("[&?]at=(\\d{4}-\\d\\d-\\d\\d)");

    /** The launcher's words for a process that was configured to exit when out of memory. */
    private static final String OUT_OF_MEMORY = "ran out of memory";

    private static final int EDITS = 214;
    private static final int LETTERS = 100_000;

    private static StoredCompany stored;
    private static RunningSystem system;
    private static Company company;

    @BeforeAll
    static void start() throws IOException, SQLException, InterruptedException {
        Ilgam.assumeEmbedded();
        stored = StoredCompany.read(STORED);
        var data = Ilgam.freshFolder("upgrade");
        stored.restore(data);
        system = RunningSystem.start(data);
        company = Company.enter(system);
    }

    @AfterAll
    static void stop() throws IOException {
        if (system != null) system.close();
        if (stored != null) stored.close();
    }

    @Test
    @Order(1)
    void every_list_and_figure_is_answered_as_before() throws IOException {
        var differences = new ArrayList<String>();
        for (var member : stored.answers().properties())
            for (var question : member.getValue().properties()) {
                var answer = client(member.getKey()).get(onThatDay(question.getKey()));
                var before = question.getValue();
                var asked = member.getKey() + " " + question.getKey();
                if (answer.status() != before.path("status").asInt())
                    differences.add("%s: %d, was %s".formatted(asked, answer.status(), before.path("status")));
                else if (before.has("body")) compare(asked, before.path("body"), answer.json(), differences);
            }
        differences.removeIf(difference -> ON_PURPOSE.matcher(difference).lookingAt());
        assertThat(differences).isEmpty();
    }

    @Test
    @Order(2)
    void all_stored_things_can_be_changed() {
        var member = client("member");
        var imported = member.get("/api/work-items?project=IMP&limit=200")
                .expect(200)
                .json()
                .path("items");
        var old = member.get("/api/work-items?project=WEB&limit=200&sort=key")
                .expect(200)
                .json()
                .path("items");
        for (var items : List.of(imported, old))
            for (var item : items) {
                var path = "/api/work-items/" + item.path("key").asString();
                member.patch(path, Map.of("title", "Changed since", "priority", "LOW"))
                        .expect(200);
                assertThat(member.get(path).expect(200).text("title")).isEqualTo("Changed since");
                assertThat(member.get(path + "/history?limit=200").expect(200).body())
                        .contains("Changed since");
            }
        var next = member.post("/api/tasks", Map.of("project", "WEB", "title", "The next number"))
                .expect(201);
        assertThat(number(next.text("key"))).isGreaterThan(highest(old));
        Awaitility.await()
                .atMost(LIMIT)
                .untilAsserted(() -> assertThat(client("admin")
                                .get("/api/dashboard/flow?project=WEB&at=2100-01-01T00:00:00Z")
                                .expect(200)
                                .json()
                                .path("points")
                                .path(0)
                                .path("created")
                                .asInt())
                        .isEqualTo(old.size() + 1));
        client("admin")
                .patch("/api/projects/WEB", Map.of("name", "Renamed since"))
                .expect(200);
        var team = client("admin").get("/api/teams").expect(200).text("items", 0, "id");
        client("admin")
                .put("/api/teams/%s/members/%s".formatted(team, id("manager")), Map.of())
                .expect(200);
    }

    /** Its only admin has always lived there. */
    @Test
    @Order(2)
    void the_company_has_the_time_zone_of_its_oldest_admin_for_all_time() {
        Awaitility.await()
                .atMost(LIMIT)
                .untilAsserted(() -> assertThat(
                                client("member").get("/api/company").expect(200).text("timeZone"))
                        .isEqualTo("Asia/Seoul"));
        assertThat(client("member")
                        .get("/api/company?at=2001-01-01T00:00:00Z")
                        .expect(200)
                        .text("timeZone"))
                .isEqualTo("Asia/Seoul");
        assertThat(client("admin")
                        .patch("/api/company", Map.of("timeZone", "Europe/Berlin"))
                        .expect(200)
                        .text("timeZone"))
                .isEqualTo("Europe/Berlin");
    }

    /** The projection of links is newer than the events, and its processor has already passed them. */
    @Test
    @Order(2)
    void earlier_links_are_shown_as_of_any_instant() throws IOException {
        var place = stored.columns(Databases.EVENTS, "domain_event").indexOf("aggregate_identifier");
        var item = stored.rows(Databases.EVENTS, "domain_event").stream()
                .filter(row -> row.contains("ItemEvent$ItemUnlinked"))
                .map(row -> row.split("\t")[place])
                .findFirst()
                .orElseThrow();
        Awaitility.await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(client("admin").get("/api/projections").expect(200).body())
                    .doesNotContain("rebuilding");
            assertThat(linked(item, "")).isEqualTo("1 0");
        });
        assertThat(linked(item, "?at=2026-11-29T02:01:34.640Z")).isEqualTo("1 1");
    }

    private static String linked(String item, String asOf) {
        var relations = client("admin")
                .get("/api/work-items/" + item + "/relations" + asOf)
                .expect(200)
                .json();
        return relations.path("blocks").size() + " "
                + relations.path("relatesTo").size();
    }

    @Test
    @Order(3)
    void stored_events_are_unchanged_to_the_byte() throws IOException, SQLException {
        try (var connection = system.database(Databases.EVENTS)) {
            var columns = String.join(", ", stored.columns(Databases.EVENTS, "domain_event"));
            assertThat(StoredCompany.rows(connection, "domain_event")
                            .lines()
                            .skip(1)
                            .toList())
                    .as(columns)
                    .containsAll(stored.rows(Databases.EVENTS, "domain_event"))
                    .hasSizeGreaterThan(
                            stored.rows(Databases.EVENTS, "domain_event").size());
        }
    }

    @Test
    @Order(4)
    void every_processor_goes_on_from_its_token() throws IOException, SQLException {
        for (var context : List.of("member", "work", "dashboard")) {
            var database = Databases.of(context);
            try (var connection = system.database(database)) {
                var name = stored.columns(database, "token_entry").indexOf("processor_name");
                var before = stored.rows(database, "token_entry").stream()
                        .map(row -> row.split("\t")[name])
                        .distinct()
                        .toList();
                assertThat(StoredCompany.column(connection, "select distinct processor_name from token_entry"))
                        .as(context)
                        .containsExactlyInAnyOrderElementsOf(before);
            }
        }
    }

    /** In this form, events of a description had both the new and the old text. */
    @Test
    @Order(5)
    void services_survive_an_item_with_hundreds_of_edits_of_a_long_description() throws SQLException {
        var admin = client("admin");
        var path = "/api/work-items/"
                + admin.post("/api/tasks", Map.of("project", "WEB", "title", "Edited hundreds of times"))
                        .expect(201)
                        .text("key");
        describeAsBefore(admin.get(path).expect(200).text("id"));
        Awaitility.await()
                .atMost(LIMIT)
                .untilAsserted(() -> assertThat(admin.get(path).expect(200).text("description"))
                        .hasSizeGreaterThan(LETTERS));
        system.kill("work-context");
        system.awaitReady();
        admin.put(path + "/status", Map.of("status", "In progress")).expect(200);
        admin.patch(path, Map.of("description", "Short again")).expect(200);
        var history = admin.get(path + "/history?limit=200").expect(200);
        assertThat(history.json().path("items")).hasSize(200);
        assertThat(history.body()).hasSizeLessThan(200 * 3_000);
        assertThat(system.output()).noneMatch(line -> line.contains(OUT_OF_MEMORY));
    }

    private static void describeAsBefore(String item) throws SQLException {
        try (var connection = system.database(Databases.EVENTS);
                var append = connection.prepareStatement("""
                        insert into domain_event (event_identifier, aggregate_identifier, sequence_number, type, time_stamp,
                            payload_type, payload_revision, payload, meta_data)
                        select gen_random_uuid(), aggregate_identifier, n, type, time_stamp,
                            'ilgam.work.language.ItemEvent$ItemDescribed', payload_revision,
                            convert_to(jsonb_build_object('item', convert_from(payload, 'UTF8')::jsonb -> 'item',
                                'from', repeat('가', ?) || (n - 1), 'to', repeat('가', ?) || n)::text, 'UTF8'), meta_data
                        from domain_event, generate_series(1, ?) n where aggregate_identifier = ?""")) {
            append.setInt(1, LETTERS);
            append.setInt(2, LETTERS);
            append.setInt(3, EDITS);
            append.setString(4, item);
            assertThat(append.executeUpdate()).isEqualTo(EDITS);
        }
    }

    /** The question with the revision's day in place of today's. */
    private static String onThatDay(String question) throws IOException {
        if (!question.endsWith("/work-cycle")) return question;
        var asked = String.join(" ", stored.answers().path("member").propertyNames());
        var day = AT.matcher(asked).results().map(at -> at.group(1)).max(Comparator.naturalOrder());
        return question + "?on=" + day.orElseThrow();
    }

    /** Collects fields that are missing or different now. */
    private static void compare(String at, JsonNode before, JsonNode now, List<String> differences) {
        if (before.isObject() && now.isObject()) {
            before.properties()
                    .forEach(field -> compare(
                            at + " /" + field.getKey(), field.getValue(), now.path(field.getKey()), differences));
        } else if (before.isArray() && now.isArray() && before.size() == now.size()) {
            for (var n = 0; n < before.size(); n++) compare(at + " /" + n, before.get(n), now.get(n), differences);
        } else if (!before.equals(now)) {
            differences.add("%s: %s, was %s".formatted(at, now, before));
        }
    }

    private static Client client(String name) {
        return company.client(name);
    }

    private static String id(String name) {
        return client(name).get("/api/members/me").expect(200).text("id");
    }

    private static int highest(JsonNode items) {
        return items.valueStream()
                .mapToInt(item -> number(item.path("key").asString()))
                .max()
                .orElseThrow();
    }

    private static int number(String key) {
        return Integer.parseInt(key.substring(key.indexOf('-') + 1));
    }
}
