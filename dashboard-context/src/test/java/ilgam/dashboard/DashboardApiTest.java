package ilgam.dashboard;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import ilgam.member.language.CompanyEvent.CompanyZoneSet;
import ilgam.member.language.MemberEvent.PersonMerged;
import ilgam.member.language.MemberId;
import ilgam.member.language.TeamEvent.JoinedTeam;
import ilgam.member.language.TeamEvent.LeftTeam;
import ilgam.member.language.TeamEvent.TeamFormed;
import ilgam.member.language.TeamId;
import ilgam.member.language.WorkCalendarEvent.WorkCycleSet;
import ilgam.starter.test.Postgres;
import ilgam.starter.test.Tokens;
import ilgam.work.language.Category;
import ilgam.work.language.ItemEvent;
import ilgam.work.language.ItemEvent.ItemAssigned;
import ilgam.work.language.ItemEvent.ItemMoved;
import ilgam.work.language.ItemEvent.ItemOpened;
import ilgam.work.language.ItemId;
import ilgam.work.language.Kind;
import ilgam.work.language.Priority;
import ilgam.work.language.ProjectEvent.MemberAdmitted;
import ilgam.work.language.ProjectEvent.ProjectStarted;
import ilgam.work.language.ProjectEvent.WorkflowDefined;
import ilgam.work.language.ProjectId;
import ilgam.work.language.Status;
import ilgam.work.language.Visibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The whole context over HTTP, with its events coming from a real store. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardApiTest {

    private static final UUID ADA = UUID.fromString("00000000-0000-7000-8000-00000000000a");
    private static final UUID LIN = UUID.fromString("00000000-0000-7000-8000-00000000000b");
    private static final UUID KIM = UUID.fromString("00000000-0000-7000-8000-00000000000c");
    private static final UUID WEB = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final UUID SECRET = UUID.fromString("00000000-0000-7000-8000-000000000002");
    private static final TeamId SHOP = new TeamId(UUID.fromString("00000000-0000-7000-8000-000000000003"));
    private static final UUID CYCLES = UUID.fromString("00000000-0000-7000-8000-000000000004");
    private static final UUID COMPANY = UUID.fromString("00000000-0000-7000-8000-000000000005");
    private static final String MARCH = "from=2026-03-02T00:00:00Z&to=2026-03-15T23:00:00Z";

    private static final Postgres.Context DATABASES = Postgres.context("dashboard");

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        DATABASES.register(registry);
        // The dashboard itself may not append; here it plays the other contexts too.
        registry.add("ilgam.event-store.username", () -> "ilgam_work");
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();

    @Autowired
    EventStore events;

    @LocalServerPort
    int port;

    @BeforeAll
    void work_was_done_in_march() {
        var told = new ArrayList<Told>();
        told.addAll(project(WEB, "WEB", Visibility.OPEN));
        told.addAll(project(SECRET, "SECRET", Visibility.PRIVATE));
        told.add(new Told(SECRET, 2, at("02T08:00"), new MemberAdmitted(new ProjectId(SECRET), new MemberId(LIN))));
        told.addAll(item(WEB, 1, "02T09:00", ADA, "02T10:00 in-progress", "03T10:00 done"));
        told.addAll(item(WEB, 2, "02T09:00", LIN, "03T09:00 in-progress", "10T09:00 blocked"));
        told.addAll(item(WEB, 3, "03T09:00", ADA, "04T09:00 done"));
        told.addAll(item(SECRET, 1, "02T09:00", LIN, "02T09:30 in-progress", "02T10:30 done"));
        told.add(new Told(SHOP.value(), 0, at("01T09:00"), new TeamFormed(SHOP, "Shop", new MemberId(ADA))));
        told.add(new Told(SHOP.value(), 1, at("01T09:00"), new JoinedTeam(SHOP, new MemberId(LIN))));
        told.add(new Told(SHOP.value(), 2, at("03T20:00"), new LeftTeam(SHOP, new MemberId(ADA))));
        told.add(new Told(CYCLES, 0, at("01T09:00"), cycle(ADA, "2026-03-03", 2, "UTC")));
        told.add(new Told(CYCLES, 1, at("01T09:00"), cycle(KIM, "2026-03-02", 7, "Asia/Seoul")));
        told.add(new Told(COMPANY, 0, at("01T09:00"), new CompanyZoneSet(COMPANY, "UTC")));
        told.add(new Told(COMPANY, 1, at("20T09:00"), new CompanyZoneSet(COMPANY, "Asia/Seoul")));
        told.forEach(one -> events.publish((DomainEventMessage<?>) one.at(0)));
        await().untilAsserted(() -> assertThat(get(ADA, "ADMIN", "flow?at=2026-03-31T00:00:00Z")
                        .at("/points/0/byCategory/done")
                        .asInt())
                .isEqualTo(3));
    }

    @Test
    void flow_counts_items_as_they_were_at_an_instant() {
        assertThat(get(ADA, "MEMBER", "flow?project=WEB&at=2026-03-03T09:30:00Z"))
                .isEqualTo(json("""
                {"points": [{"at": "2026-03-03T09:30:00Z", "created": 3,
                  "byCategory": {"todo": 1, "doing": 2, "waiting": 0, "done": 0, "dropped": 0},
                  "byStatus": {"In progress": 2, "To do": 1}}]}
                """));
    }

    @Test
    void flow_has_both_ends_and_each_day_between_as_it_starts_where_the_asker_is() {
        var points =
                get(ADA, "MEMBER", "flow?step=day&tz=Asia/Seoul&from=2026-03-02T03:00:00Z&to=2026-03-04T03:00:00Z");
        assertThat(points.get("points")
                        .valueStream()
                        .map(point -> point.get("at").asString()))
                .containsExactly(
                        "2026-03-02T03:00:00Z", "2026-03-02T15:00:00Z", "2026-03-03T15:00:00Z", "2026-03-04T03:00:00Z");
    }

    @Test
    void periods_start_where_the_company_was_then_unless_another_zone_is_asked_for() {
        var days = "throughput?step=day&from=2026-03-18&to=2026-03-18";
        assertThat(get(ADA, "MEMBER", days + "&at=2026-03-19T09:00:00Z")
                        .at("/periods/0/start")
                        .asString())
                .isEqualTo("2026-03-18T00:00:00Z");
        await().untilAsserted(() -> assertThat(
                        get(ADA, "MEMBER", days).at("/periods/0/start").asString())
                .isEqualTo("2026-03-17T15:00:00Z"));
        assertThat(get(ADA, "MEMBER", days + "&tz=UTC").at("/periods/0/start").asString())
                .isEqualTo("2026-03-18T00:00:00Z");
    }

    @Test
    void throughput_counts_what_was_done_and_created_per_week() {
        assertThat(get(ADA, "MEMBER", "throughput?project=WEB&step=week&tz=UTC&" + MARCH))
                .isEqualTo(json("""
                {"periods": [
                  {"start": "2026-03-02T00:00:00Z", "label": "2026-W10", "done": 2, "created": 3},
                  {"start": "2026-03-09T00:00:00Z", "label": "2026-W11", "done": 0, "created": 0}]}
                """));
    }

    @Test
    void throughput_without_a_range_is_that_of_the_last_twelve_weeks() {
        var periods = get(ADA, "MEMBER", "throughput?at=2026-03-15T12:00:00Z").get("periods");
        assertThat(periods.valueStream().map(period -> period.get("label").asString()))
                .hasSize(12)
                .startsWith("2025-W52", "2026-W01")
                .endsWith("2026-W10", "2026-W11");
    }

    @Test
    void cycle_times_leave_out_what_nobody_was_seen_working_on() {
        assertThat(get(ADA, "MEMBER", "cycle-times?project=WEB&points=true")).isEqualTo(json("""
                {"cycleTime": {"count": 1, "leftOut": 1,
                   "percentiles": {"50": 86400, "70": 86400, "85": 86400, "95": 86400}},
                 "leadTime": {"count": 2, "leftOut": 0,
                   "percentiles": {"50": 86400, "70": 90000, "85": 90000, "95": 90000}},
                 "items": [
                   {"key": "WEB-3", "doneAt": "2026-03-04T09:00:00Z", "cycleSeconds": null, "leadSeconds": 86400},
                   {"key": "WEB-1", "doneAt": "2026-03-03T10:00:00Z", "cycleSeconds": 86400, "leadSeconds": 90000}],
                 "truncated": false}
                """));
    }

    @Test
    void a_summary_tells_where_the_work_stands() {
        var summary = get(ADA, "MEMBER", "summary?project=WEB&at=2026-03-04T12:00:00Z");
        assertThat(summary.get("open").asInt()).isEqualTo(1);
        assertThat(summary.get("doing").asInt()).isEqualTo(1);
        assertThat(summary.get("doneThisWeek").asInt()).isEqualTo(2);
        assertThat(summary.get("createdThisWeek").asInt()).isEqualTo(3);
        assertThat(summary.at("/oldest/0/key").asString()).isEqualTo("WEB-2");
        assertThat(summary.at("/oldest/0/title").asString()).isEqualTo("Item 2");
    }

    @Test
    void a_team_has_finished_what_its_members_had_when_it_was_done() {
        assertThat(get(ADA, "MEMBER", "throughput?project=WEB&team=" + SHOP + "&" + MARCH)
                        .at("/periods/0/done")
                        .asInt())
                .isEqualTo(1);
        assertThat(get(ADA, "MEMBER", "cycle-times?project=WEB&points=true&team=" + SHOP)
                        .at("/items/0/key")
                        .asString())
                .isEqualTo("WEB-1");
    }

    @Test
    void the_flow_of_a_team_is_that_of_its_members_at_each_instant() {
        var points = get(
                ADA, "MEMBER", "flow?project=WEB&team=" + SHOP + "&from=2026-03-03T12:00:00Z&to=2026-03-04T12:00:00Z");
        assertThat(points.at("/points/0/created").asInt()).isEqualTo(3);
        assertThat(points.at("/points/2/created").asInt()).isEqualTo(1);
    }

    @Test
    void a_cycle_stands_for_the_days_of_the_callers_own() {
        var periods = get(ADA, "MEMBER", "throughput?project=WEB&step=day&cycle=this&at=2026-03-06T12:00:00Z");
        assertThat(periods.get("periods")
                        .valueStream()
                        .map(period -> period.get("start").asString()))
                .containsExactly("2026-03-05T00:00:00Z", "2026-03-06T00:00:00Z");
        assertThat(get(ADA, "MEMBER", "throughput?project=WEB&step=day&cycle=last&at=2026-03-06T12:00:00Z")
                        .at("/periods/0/done")
                        .asInt())
                .isEqualTo(1);
        assertThat(get(LIN, "MEMBER", "throughput?step=day&cycle=this&at=2026-03-06T12:00:00Z")
                        .get("periods"))
                .hasSize(14);
    }

    @Test
    void a_cycle_begins_with_the_day_where_it_is_at_home() {
        assertThat(get(KIM, "MEMBER", "throughput?step=day&cycle=this&at=2026-03-08T16:00:00Z")
                        .at("/periods/0/start")
                        .asString())
                .isEqualTo("2026-03-09T00:00:00Z");
        assertThat(get(KIM, "MEMBER", "throughput?step=day&cycle=this&at=2026-03-08T14:00:00Z")
                        .at("/periods/0/start")
                        .asString())
                .isEqualTo("2026-03-02T00:00:00Z");
    }

    @Test
    void the_first_cycle_begins_with_the_day_where_it_is_at_home() {
        assertThat(get(KIM, "MEMBER", "throughput?step=day&cycle=this&at=2026-03-01T16:00:00Z")
                        .get("periods"))
                .hasSize(7);
        assertThat(get(KIM, "MEMBER", "throughput?step=day&cycle=last&at=2026-03-01T16:00:00Z")
                        .get("periods"))
                .hasSize(7);
    }

    @Test
    void leads_see_the_figures_of_their_teams_members() {
        var lin = "throughput?project=WEB&member=" + LIN + "&" + MARCH;
        var ada = "throughput?project=WEB&member=" + ADA + "&" + MARCH;
        assertThat(askLeading(SHOP.value(), lin).statusCode()).isEqualTo(200);
        refused(askLeading(SHOP.value(), ada), 403, "figures-of-others");
        refused(askLeading(UUID.randomUUID(), lin), 403, "figures-of-others");
    }

    @Test
    void a_team_has_no_work_as_long_as_nobody_is_in_it() {
        assertThat(get(ADA, "MANAGER", "summary?team=" + UUID.randomUUID())
                        .get("open")
                        .asInt())
                .isZero();
    }

    @Test
    void members_see_their_own_figures() {
        assertThat(get(LIN, "MEMBER", "summary?project=WEB&member=me&at=2026-03-31T00:00:00Z")
                        .get("waiting")
                        .asInt())
                .isEqualTo(1);
        assertThat(get(LIN, "MEMBER", "throughput?project=WEB&member=" + LIN + "&" + MARCH)
                        .at("/periods/0/done")
                        .asInt())
                .isZero();
    }

    @Test
    void managers_see_the_figures_of_others() {
        assertThat(get(LIN, "MANAGER", "throughput?project=WEB&member=" + ADA + "&" + MARCH)
                        .at("/periods/0/done")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void the_figures_of_a_person_are_those_of_the_member_they_turned_out_to_be() {
        var person = UUID.randomUUID();
        var merged = new PersonMerged(new MemberId(person), new MemberId(ADA));
        events.publish((DomainEventMessage<?>) new Told(person, 1, at("20T08:00"), merged).at(0));

        await().untilAsserted(
                        () -> assertThat(get(ADA, "MEMBER", "throughput?project=WEB&member=" + person + "&" + MARCH)
                                        .at("/periods/0/done")
                                        .asInt())
                                .isEqualTo(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"summary", "flow", "throughput", "cycle-times"})
    void members_do_not_see_the_figures_of_others(String figure) {
        refused(ask(ADA, "MEMBER", figure + "?member=" + LIN), 403, "figures-of-others");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SECRET", "NOSUCH", "web", "WEB,SECRET", "'"})
    void a_hidden_project_is_refused_as_if_it_did_not_exist(String key) {
        var hidden = ask(ADA, "MANAGER", "flow?project=" + key);
        refused(hidden, 404, "not-found");
        assertThat(body(hidden).get("detail"))
                .isEqualTo(body(ask(ADA, "MEMBER", "flow?project=SECRET")).get("detail"));
    }

    @Test
    void a_private_project_counts_for_those_it_admitted_and_for_administrators() {
        var done = "/points/0/byCategory/done";
        var end = "flow?at=2026-03-31T00:00:00Z";
        assertThat(get(ADA, "MANAGER", end).at(done).asInt()).isEqualTo(2);
        assertThat(get(LIN, "MEMBER", end).at(done).asInt()).isEqualTo(3);
        assertThat(get(ADA, "ADMIN", end).at(done).asInt()).isEqualTo(3);
        assertThat(get(LIN, "MEMBER", end + "&project=WEB,SECRET").at(done).asInt())
                .isEqualTo(3);
        assertThat(get(LIN, "MEMBER", end + "&project=WEB&project=SECRET")
                        .at(done)
                        .asInt())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "flow?colour=red | There is no parameter 'colour' here.",
                "flow?points=true | There is no parameter 'points' here.",
                "flow?kind=story | 'kind' must be one of issue, task.",
                "flow?kind=task&kind=issue | 'kind' can be given only once.",
                "flow?at=yesterday | 'at' must be an instant such as 2026-03-01T09:00:00Z.",
                "flow?at=%2B999999999-01-01T00:00:00Z | 'at' must be an instant such as 2026-03-01T09:00:00Z.",
                "flow?from=2026-03-02&to=2026-03-01T00:00:00Z | 'from' must not be later than 'to'.",
                "flow?from=2020-01-01&step=hour | That is more than 5,000 steps. Ask for a shorter time or a longer step.",
                "flow?tz=Mars/Base | 'tz' must be an IANA time zone such as Asia/Seoul.",
                "summary?step=year | 'step' must be one of day, hour, month, week.",
                "throughput?step=hour | 'step' must be one of day, month, week here.",
                "throughput?outcome=good | 'outcome' must be one of all, delivered.",
                "flow?cycle=other | 'cycle' must be one of last, next, this.",
                "flow?cycle=this&from=2026-03-02 | 'cycle' stands for 'from' and 'to': give either.",
                "cycle-times?points=yes | 'points' must be one of false, true.",
                "cycle-times?from=20251231 | 'from' must be an instant such as 2026-03-01T09:00:00Z, or a date.",
                "cycle-times?from=%2B2025-12-31 | 'from' must be an instant such as 2026-03-01T09:00:00Z, or a date.",
                "cycle-times?from=31.12.2025 | 'from' must be an instant such as 2026-03-01T09:00:00Z, or a date.",
                "cycle-times?member=ada | 'member' must be the id of a member.",
                "summary?team= | 'team' must be the id of a team.",
            })
    void a_question_that_makes_no_sense_is_refused_in_a_sentence(String question, String sentence) {
        var refused = ask(ADA, "MANAGER", question);
        refused(refused, 400, "bad-parameter");
        assertThat(body(refused).get("detail").asString()).isEqualTo(sentence);
    }

    @Test
    void an_offset_may_be_given_with_a_plus_that_was_not_encoded() {
        assertThat(get(ADA, "MEMBER", "flow?project=WEB&at=2026-03-03T18:30:00+09:00")
                        .at("/points/0/at")
                        .asString())
                .isEqualTo("2026-03-03T09:30:00Z");
    }

    @Test
    void what_did_not_change_is_not_sent_again() {
        var question = "flow?project=WEB&at=2026-03-31T00:00:00Z";
        var tag = ask(ADA, "MEMBER", question).headers().firstValue("ETag").orElseThrow();
        assertThat(ask(ADA, "MEMBER", question, "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }

    @Test
    void nobody_sees_figures_without_a_token() {
        assertThat(send(request("/api/dashboard/summary")).statusCode()).isEqualTo(401);
    }

    @Test
    void the_description_names_every_parameter_and_the_shape_of_every_answer() {
        var description = body(send(request("/v3/api-docs").header("Authorization", Tokens.bearer(ADA, "MEMBER"))));
        var flow = description.at("/paths/~1api~1dashboard~1flow/get");
        assertThat(flow.get("parameters").valueStream().map(it -> it.get("name").asString()))
                .containsExactlyInAnyOrder(
                        "project", "member", "team", "kind", "at", "tz", "from", "to", "cycle", "step");
        assertThat(description.at("/components/schemas/FlowPoint/properties").propertyNames())
                .containsExactlyInAnyOrder("at", "created", "byCategory", "byStatus");
        assertThat(description
                        .at("/components/schemas/FlowPoint/required")
                        .valueStream()
                        .map(JsonNode::asString))
                .contains("at", "created", "byCategory", "byStatus");
    }

    private JsonNode get(UUID member, String role, String question) {
        var answer = ask(member, role, question);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return body(answer);
    }

    private HttpResponse<String> ask(UUID member, String role, String question, String... headers) {
        var request = request("/api/dashboard/" + question).header("Authorization", Tokens.bearer(member, role));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpResponse<String> askLeading(UUID team, String question) {
        var token = Tokens.of(UUID.randomUUID(), "MEMBER", claims -> claims.claim("leads", List.of(team.toString())));
        return send(request("/api/dashboard/" + question).header("Authorization", "Bearer " + token));
    }

    private static WorkCycleSet cycle(UUID member, String from, int days, String zone) {
        var day = LocalDate.parse(from);
        return new WorkCycleSet(
                new MemberId(member), day, day, days, List.of(DayOfWeek.MONDAY), BigDecimal.valueOf(8), zone);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void refused(HttpResponse<String> answer, int status, String reason) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(body(answer).get("reason").asString()).isEqualTo(reason);
    }

    private JsonNode body(HttpResponse<String> answer) {
        return json.readTree(answer.body());
    }

    private JsonNode json(String text) {
        return json.readTree(text);
    }

    private static Instant at(String dayAndTime) {
        return Instant.parse("2026-03-" + dayAndTime + ":00Z");
    }

    private static List<Told> project(UUID id, String key, Visibility visibility) {
        var project = new ProjectId(id);
        var statuses = List.of(
                new Status("to-do", "To do", Category.TODO),
                new Status("in-progress", "In progress", Category.DOING),
                new Status("blocked", "Blocked", Category.WAITING),
                new Status("done", "Done", Category.DONE));
        return List.of(
                new Told(id, 0, at("01T08:00"), new ProjectStarted(project, key, key, "", visibility)),
                new Told(id, 1, at("01T08:00"), new WorkflowDefined(project, statuses, Map.of())));
    }

    private static List<Told> item(UUID project, int number, String openedAt, UUID assignee, String... moves) {
        var id = new UUID(project.getLeastSignificantBits(), number);
        var item = new ItemId(id);
        var told = new ArrayList<Told>();
        told.add(new Told(id, 0, at(openedAt), opening(item, project, number)));
        told.add(new Told(id, 1, at(openedAt), new ItemAssigned(item, null, new MemberId(assignee))));
        for (var move : moves) {
            var parts = move.split(" ");
            ItemEvent moved = new ItemMoved(item, null, parts[1]);
            told.add(new Told(id, told.size(), at(parts[0]), moved));
        }
        return told;
    }

    private static ItemOpened opening(ItemId item, UUID project, int number) {
        return new ItemOpened(
                item,
                new ProjectId(project),
                number,
                null,
                Kind.TASK,
                "Item " + number,
                "",
                "to-do",
                null,
                null,
                Priority.NORMAL,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null);
    }
}
