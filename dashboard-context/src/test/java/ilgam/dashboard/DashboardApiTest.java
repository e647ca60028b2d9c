package ilgam.dashboard;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
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
import ilgam.starter.test.ApiDocument;
import ilgam.starter.test.AsGateway;
import ilgam.starter.test.PoisonStory;
import ilgam.starter.test.Strangers;
import ilgam.starter.test.Tokens;
import ilgam.work.language.ProjectEvent.MemberAdmitted;
import ilgam.work.language.ProjectId;
import ilgam.work.language.Visibility;

import static ilgam.dashboard.WorkEvents.at;
import static ilgam.dashboard.WorkEvents.item;
import static ilgam.dashboard.WorkEvents.project;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The whole context over HTTP, with its events in a real event store. */
@RunningDashboard
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardApiTest {

    private static final UUID ADA = UUID.fromString("00000000-0000-7000-8000-00000000000a");
    private static final UUID LIN = UUID.fromString("00000000-0000-7000-8000-00000000000b");
    private static final UUID KIM = UUID.fromString("00000000-0000-7000-8000-00000000000c");
    private static final UUID WEB = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final UUID SECRET = UUID.fromString("00000000-0000-7000-8000-000000000002");
    private static final TeamId SHOP = new TeamId(UUID.fromString("00000000-0000-7000-8000-000000000003"));
    private static final TeamId CREW = new TeamId(UUID.fromString("00000000-0000-7000-8000-000000000006"));
    private static final UUID CYCLES = UUID.fromString("00000000-0000-7000-8000-000000000004");
    private static final UUID COMPANY = UUID.fromString("00000000-0000-7000-8000-000000000005");
    private static final String MARCH = "from=2026-03-02T00:00:00Z&to=2026-03-15T23:00:00Z";

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();

    @Autowired
    EventStore events;

    @LocalServerPort
    int port;

    @BeforeAll
    void work_was_done_in_march() {
        var stored = new ArrayList<StoredEvent>();
        stored.addAll(project(WEB, "WEB", Visibility.OPEN));
        stored.addAll(project(SECRET, "SECRET", Visibility.PRIVATE));
        stored.add(new StoredEvent(
                SECRET, 2, at("02T08:00"), new MemberAdmitted(new ProjectId(SECRET), new MemberId(LIN))));
        stored.addAll(item(WEB, 1, "02T09:00", ADA, "02T10:00 in-progress", "03T10:00 done"));
        stored.addAll(item(WEB, 2, "02T09:00", LIN, "03T09:00 in-progress", "10T09:00 blocked"));
        stored.addAll(item(WEB, 3, "03T09:00", ADA, "04T09:00 done"));
        stored.addAll(item(SECRET, 1, "02T09:00", LIN, "02T09:30 in-progress", "02T10:30 done"));
        stored.add(new StoredEvent(SHOP.value(), 0, at("01T09:00"), new TeamFormed(SHOP, "Shop", new MemberId(ADA))));
        stored.add(new StoredEvent(SHOP.value(), 1, at("01T09:00"), new JoinedTeam(SHOP, new MemberId(LIN))));
        stored.add(new StoredEvent(SHOP.value(), 2, at("03T20:00"), new LeftTeam(SHOP, new MemberId(ADA))));
        stored.add(new StoredEvent(CREW.value(), 0, at("01T09:00"), new TeamFormed(CREW, "Crew", new MemberId(ADA))));
        stored.add(new StoredEvent(CREW.value(), 1, at("01T10:00"), new JoinedTeam(CREW, new MemberId(LIN))));
        stored.add(new StoredEvent(CREW.value(), 2, at("01T11:00"), new JoinedTeam(CREW, new MemberId(KIM))));
        stored.add(new StoredEvent(CREW.value(), 3, at("20T12:00"), new LeftTeam(CREW, new MemberId(KIM))));
        stored.add(new StoredEvent(CYCLES, 0, at("01T09:00"), cycle(ADA, "2026-03-03", 2, "UTC")));
        stored.add(new StoredEvent(CYCLES, 1, at("01T09:00"), cycle(KIM, "2026-03-02", 7, "Asia/Seoul")));
        stored.add(new StoredEvent(COMPANY, 0, at("01T09:00"), new CompanyZoneSet(COMPANY, "UTC")));
        stored.add(new StoredEvent(COMPANY, 1, at("20T09:00"), new CompanyZoneSet(COMPANY, "Asia/Seoul")));
        stored.forEach(one -> events.publish((DomainEventMessage<?>) one.at(0)));
        await().untilAsserted(() -> assertThat(get(ADA, "ADMIN", "flow?at=2026-03-31T00:00:00Z")
                        .at("/points/0/byCategory/done")
                        .asInt())
                .isEqualTo(3));
    }

    @Test
    void an_event_that_one_projection_cannot_handle_is_set_aside_by_it_alone(@Autowired ApplicationContext service) {
        assertThat(new PoisonStory(service).tell()).isEqualTo(5);
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
    void flow_has_both_ends_and_each_day_between_in_the_requested_zone() {
        var points =
                get(ADA, "MEMBER", "flow?step=day&tz=Asia/Seoul&from=2026-03-02T03:00:00Z&to=2026-03-04T03:00:00Z");
        assertThat(points.get("points")
                        .valueStream()
                        .map(point -> point.get("at").asString()))
                .containsExactly(
                        "2026-03-02T03:00:00Z", "2026-03-02T15:00:00Z", "2026-03-03T15:00:00Z", "2026-03-04T03:00:00Z");
    }

    @Test
    void periods_start_in_the_companys_zone_unless_another_is_requested() {
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
    void throughput_counts_done_and_created_items_per_week() {
        assertThat(get(ADA, "MEMBER", "throughput?project=WEB&step=week&tz=UTC&" + MARCH))
                .isEqualTo(json("""
                {"periods": [
                  {"start": "2026-03-02T00:00:00Z", "label": "2026-W10", "done": 2, "created": 3},
                  {"start": "2026-03-09T00:00:00Z", "label": "2026-W11", "done": 0, "created": 0}]}
                """));
    }

    @Test
    void throughput_without_a_range_covers_the_last_twelve_weeks() {
        var periods = get(ADA, "MEMBER", "throughput?at=2026-03-15T12:00:00Z").get("periods");
        assertThat(periods.valueStream().map(period -> period.get("label").asString()))
                .hasSize(12)
                .startsWith("2025-W52", "2026-W01")
                .endsWith("2026-W10", "2026-W11");
    }

    @Test
    void cycle_times_leave_out_items_without_recorded_work() {
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
    void a_summary_shows_the_state_of_the_work() {
        var summary = get(ADA, "MEMBER", "summary?project=WEB&at=2026-03-04T12:00:00Z");
        assertThat(summary.get("open").asInt()).isEqualTo(1);
        assertThat(summary.get("doing").asInt()).isEqualTo(1);
        assertThat(summary.get("doneThisWeek").asInt()).isEqualTo(2);
        assertThat(summary.get("createdThisWeek").asInt()).isEqualTo(3);
        assertThat(summary.at("/oldest/0/key").asString()).isEqualTo("WEB-2");
        assertThat(summary.at("/oldest/0/title").asString()).isEqualTo("Item 2");
    }

    @Test
    void a_team_has_finished_what_was_assigned_to_its_members_when_done() {
        assertThat(get(ADA, "MANAGER", "throughput?project=WEB&team=" + SHOP + "&" + MARCH)
                        .at("/periods/0/done")
                        .asInt())
                .isEqualTo(1);
        assertThat(get(ADA, "MANAGER", "cycle-times?project=WEB&points=true&team=" + SHOP)
                        .at("/items/0/key")
                        .asString())
                .isEqualTo("WEB-1");
    }

    @Test
    void the_flow_of_a_team_is_that_of_its_members_at_each_instant() {
        var points = get(
                ADA, "MANAGER", "flow?project=WEB&team=" + SHOP + "&from=2026-03-03T12:00:00Z&to=2026-03-04T12:00:00Z");
        assertThat(points.at("/points/0/created").asInt()).isEqualTo(3);
        assertThat(points.at("/points/2/created").asInt()).isEqualTo(1);
    }

    @Test
    void a_cycle_is_the_range_of_the_callers_own_work_cycle() {
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
    void a_cycle_begins_with_the_day_in_its_own_zone() {
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
    void the_first_cycle_begins_with_the_day_in_its_own_zone() {
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
    void a_team_without_members_has_no_work() {
        assertThat(get(ADA, "MANAGER", "summary?team=" + UUID.randomUUID())
                        .get("open")
                        .asInt())
                .isZero();
    }

    @Test
    void the_figures_of_a_team_of_fewer_than_three_are_personal() {
        var large = "?team=" + CREW + "&at=2026-03-19T09:00:00Z&from=2026-03-02&to=2026-03-18";
        var small = "?team=" + CREW + "&at=2026-03-25T09:00:00Z&from=2026-03-02&to=2026-03-24";
        var figures = figuresOfTeams();
        assertThat(figures).contains("summary", "flow", "throughput", "cycle-times");
        for (var figure : figures) {
            get(KIM, "MEMBER", figure + large);
            refused(send(KIM, "MEMBER", figure + small), 403, "too-few-people");
            refused(send(ADA, "MEMBER", figure + small), 403, "too-few-people");
            refused(send(ADA, "MEMBER", figure + small + "&project=WEB&kind=task"), 403, "too-few-people");
            refused(askLeading(SHOP.value(), figure + small), 403, "too-few-people");
            get(ADA, "MEMBER", figure + small + "&member=me");
            get(ADA, "MEMBER", figure + "?team=" + UUID.randomUUID());
            get(KIM, "MANAGER", figure + small);
            get(KIM, "ADMIN", figure + small);
            assertThat(askLeading(CREW.value(), figure + small).statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // the team was set up within a day
        "summary?at=2026-03-01T08:00:00Z, 200",
        "summary?at=2026-03-01T10:30:00Z, 403",
        "summary?at=2026-03-01T11:00:00Z, 200",
        "flow?from=2026-03-01T08:00:00Z&to=2026-03-03T08:00:00Z, 200",
        "flow?from=2026-03-01T08:00:00Z&to=2026-03-03T08:00:00Z&step=hour, 403",
        "cycle-times?at=2026-03-20T11:00:00Z, 200",
        "cycle-times?at=2026-03-20T11:00:00Z&from=2026-03-01T10:30:00Z, 403",
        "throughput?at=2026-03-20T11:00:00Z&from=2026-02-01T00:00:00Z, 200",
        // too small since noon of the 20th
        "cycle-times?to=2026-03-20T11:59:59Z, 200",
        "cycle-times?to=2026-03-20T12:00:00Z, 403",
        "cycle-times?from=2026-03-21T00:00:00Z, 403",
        "cycle-times?from=2026-03-02T00:00:00Z, 403",
        "flow?from=2026-03-18T00:00:00Z&to=2026-03-20T00:00:00Z, 200",
        "flow?from=2026-03-18T00:00:00Z&to=2026-03-21T00:00:00Z, 403",
        // created items are those of the team's members at 'at'
        "throughput?from=2026-03-18T00:00:00Z&to=2026-03-19T00:00:00Z, 403",
    })
    void a_team_must_have_been_large_enough_throughout_the_range(String question, int status) {
        assertThat(send(KIM, "MEMBER", question + "&team=" + CREW).statusCode()).isEqualTo(status);
    }

    /** The figures that have a team parameter, according to the API's description. */
    private List<String> figuresOfTeams() {
        var description = body(send(request("/v3/api-docs").header("Authorization", Tokens.bearer(ADA, "MEMBER"))));
        return description.get("paths").properties().stream()
                .filter(path -> path.getValue()
                        .at("/get/parameters")
                        .valueStream()
                        .anyMatch(parameter -> parameter.get("name").asString().equals("team")))
                .map(path -> path.getKey().replace("/api/dashboard/", ""))
                .toList();
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
    void the_figures_of_a_merged_person_are_the_members() {
        var person = UUID.randomUUID();
        var merged = new PersonMerged(new MemberId(person), new MemberId(ADA));
        events.publish((DomainEventMessage<?>) new StoredEvent(person, 1, at("20T08:00"), merged).at(0));

        await().untilAsserted(
                        () -> assertThat(get(ADA, "MEMBER", "throughput?project=WEB&member=" + person + "&" + MARCH)
                                        .at("/periods/0/done")
                                        .asInt())
                                .isEqualTo(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"summary", "flow", "throughput", "cycle-times"})
    void members_do_not_see_the_figures_of_others(String figure) {
        refused(send(ADA, "MEMBER", figure + "?member=" + LIN), 403, "figures-of-others");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SECRET", "NOSUCH", "web", "WEB,SECRET", "'"})
    void a_hidden_project_is_refused_as_if_it_did_not_exist(String key) {
        var hidden = send(ADA, "MANAGER", "flow?project=" + key);
        refused(hidden, 404, "not-found");
        assertThat(body(hidden).get("detail"))
                .isEqualTo(body(send(ADA, "MEMBER", "flow?project=SECRET")).get("detail"));
    }

    @Test
    void a_private_project_counts_for_admitted_members_and_admins() {
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
                "flow?colour=red | This request has no parameter 'colour'.",
                "flow?points=true | This request has no parameter 'points'.",
                "flow?kind=story | 'kind' must be one of issue, task.",
                "flow?kind=task&kind=issue | 'kind' can be given only once.",
                "flow?at=yesterday | 'at' must be an instant such as 2026-03-01T09:00:00Z.",
                "flow?at=%2B999999999-01-01T00:00:00Z | 'at' must be an instant such as 2026-03-01T09:00:00Z.",
                "flow?from=2026-03-02&to=2026-03-01T00:00:00Z | 'from' must not be later than 'to'.",
                "flow?from=2020-01-01&step=hour | That is more than 5,000 steps. Request a shorter range or a longer step.",
                "flow?tz=Mars/Base | 'tz' must be an IANA time zone such as Asia/Seoul.",
                "summary?step=year | 'step' must be one of day, hour, month, week.",
                "throughput?step=hour | 'step' must be one of day, month, week for this figure.",
                "throughput?outcome=good | 'outcome' must be one of all, delivered.",
                "flow?cycle=other | 'cycle' must be one of last, next, this.",
                "flow?cycle=this&from=2026-03-02 | 'cycle' replaces 'from' and 'to': use only one of them.",
                "cycle-times?points=yes | 'points' must be one of false, true.",
                "cycle-times?from=20251231 | 'from' must be an instant such as 2026-03-01T09:00:00Z, or a date.",
                "cycle-times?from=%2B2025-12-31 | 'from' must be an instant such as 2026-03-01T09:00:00Z, or a date.",
                "cycle-times?from=31.12.2025 | 'from' must be an instant such as 2026-03-01T09:00:00Z, or a date.",
                "cycle-times?member=ada | 'member' must be the id of a member.",
                "summary?team= | 'team' must be the id of a team.",
            })
    void an_invalid_parameter_is_refused_with_a_sentence(String question, String sentence) {
        var refused = send(ADA, "MANAGER", question);
        refused(refused, 400, "bad-parameter");
        assertThat(body(refused).get("detail").asString()).isEqualTo(sentence);
    }

    @Test
    void an_offset_may_have_an_unencoded_plus_sign() {
        assertThat(get(ADA, "MEMBER", "flow?project=WEB&at=2026-03-03T18:30:00+09:00")
                        .at("/points/0/at")
                        .asString())
                .isEqualTo("2026-03-03T09:30:00Z");
    }

    @Test
    void an_unchanged_response_is_not_sent_again() {
        var question = "flow?project=WEB&at=2026-03-31T00:00:00Z";
        var tag = send(ADA, "MEMBER", question).headers().firstValue("ETag").orElseThrow();
        assertThat(send(ADA, "MEMBER", question, "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }

    @Test
    void only_the_gateway_and_services_reach_the_api(@Autowired ApplicationContext service) {
        assertThat(Strangers.answersTo(service)).isEmpty();
    }

    @Test
    void figures_need_a_token() {
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

    @Test
    void the_description_is_stored_for_client_generators() {
        document().mustBeAsKept();
    }

    @Test
    void the_description_names_every_reason_for_a_refusal() {
        document().mustKnowEveryReason("ilgam.dashboard", "ilgam.starter");
    }

    @Test
    void everything_of_the_api_is_described() {
        document().mustDescribeEverything();
    }

    private ApiDocument document() {
        return new ApiDocument("dashboard", send(request("/v3/api-docs")).body());
    }

    private JsonNode get(UUID member, String role, String question) {
        var answer = send(member, role, question);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return body(answer);
    }

    private HttpResponse<String> send(UUID member, String role, String question, String... headers) {
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
        return AsGateway.request(port, path);
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
}
