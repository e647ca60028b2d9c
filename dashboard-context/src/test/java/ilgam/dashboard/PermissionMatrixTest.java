package ilgam.dashboard;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import org.assertj.core.api.SoftAssertions;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import ilgam.member.language.MemberId;
import ilgam.member.language.TeamEvent.JoinedTeam;
import ilgam.member.language.TeamEvent.TeamFormed;
import ilgam.member.language.TeamId;
import ilgam.starter.test.ApiDocument;
import ilgam.starter.test.AsGateway;
import ilgam.starter.test.Tokens;
import ilgam.work.language.Kind;
import ilgam.work.language.ProjectEvent.MemberAdmitted;
import ilgam.work.language.ProjectEvent.ProjectArchived;
import ilgam.work.language.ProjectId;
import ilgam.work.language.Visibility;

import static ilgam.dashboard.WorkEvents.at;
import static ilgam.dashboard.WorkEvents.item;
import static ilgam.dashboard.WorkEvents.project;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The permissions of every figure for every kind of caller. */
@RunningDashboard
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PermissionMatrixTest {

    /**
     * A number is the status of the response, a word the reason of a 403, and {@code out} a 401 because the caller is
     * not logged in. Rows are for operators, for one project, for all projects (whose figures include those of the
     * private one, or not), for another person, for the caller, and for a team of two. The columns are those of
     * {@link Who}: no token, a member, the member whom the private project admitted and who is in the team too, its
     * lead, another team's, the other roles, an admin's access tokens by scopes, and tokens of a member and of a
     * manager with every scope.
     */
    private static final String TABLE = """
            path                                         | nobody | member            | admitted          | lead | other             | manager | admin | read | write | all  | own               | managed

            GET    /api/dead-letters                           operators | out    | role | role | role | role | role | 200 | scope | scope | 200 | role | role
            POST   /api/dead-letters/{id}/retry                operators | out    | role | role | role | role | role | 404 | scope | scope | 404 | role | role
            POST   /api/dead-letters/{id}/discard              operators | out    | role | role | role | role | role | 404 | scope | scope | 404 | role | role
            GET    /api/projections                            operators | out    | role | role | role | role | role | 200 | scope | scope | 200 | role | role
            PUT    /api/projections/{context}/{name}/pause     operators | out    | role | role | role | role | role | 404 | scope | scope | 404 | role | role
            DELETE /api/projections/{context}/{name}/pause     operators | out    | role | role | role | role | role | 404 | scope | scope | 404 | role | role
            POST   /api/projections/{context}/{name}/rebuild   operators | out    | role | role | role | role | role | 404 | scope | scope | 404 | role | role

            GET    /api/dashboard/summary      open      | out    | 200               | 200               | 200  | 200               | 200     | 200   | 200  | 200   | 200  | 200               | 200
            GET    /api/dashboard/summary      private   | out    | 404               | 200               | 404  | 404               | 404     | 200   | 404  | 404   | 200  | 404               | 404
            GET    /api/dashboard/summary      archived  | out    | 200               | 200               | 200  | 200               | 200     | 200   | 200  | 200   | 200  | 200               | 200
            GET    /api/dashboard/summary      all       | out    | none              | some              | none | none              | none    | some  | none | none  | some | none              | none
            GET    /api/dashboard/summary      person    | out    | figures-of-others | figures-of-others | 200  | figures-of-others | 200     | 200   | 200  | 200   | 200  | figures-of-others | 200
            GET    /api/dashboard/summary      oneself   | out    | 200               | 200               | 200  | 200               | 200     | 200   | 200  | 200   | 200  | 200               | 200
            GET    /api/dashboard/summary      team      | out    | too-few-people    | too-few-people    | 200  | too-few-people    | 200     | 200   | 200  | 200   | 200  | too-few-people    | 200

            GET    /api/dashboard/flow         open      | out    | 200               | 200               | 200  | 200               | 200     | 200   | 200  | 200   | 200  | 200               | 200
            GET    /api/dashboard/flow         private   | out    | 404               | 200               | 404  | 404               | 404     | 200   | 404  | 404   | 200  | 404               | 404
            GET    /api/dashboard/flow         archived  | out    | 200               | 200               | 200  | 200               | 200     | 200   | 200  | 200   | 200  | 200               | 200
            GET    /api/dashboard/flow         all       | out    | none              | some              | none | none              | none    | some  | none | none  | some | none              | none
            GET    /api/dashboard/flow         person    | out    | figures-of-others | figures-of-others | 200  | figures-of-others | 200     | 200   | 200  | 200   | 200  | figures-of-others | 200
            GET    /api/dashboard/flow         oneself   | out    | 200               | 200               | 200  | 200               | 200     | 200   | 200  | 200   | 200  | 200               | 200
            GET    /api/dashboard/flow         team      | out    | too-few-people    | too-few-people    | 200  | too-few-people    | 200     | 200   | 200  | 200   | 200  | too-few-people    | 200

            GET    /api/dashboard/throughput   open      | out    | 200               | 200               | 200  | 200               | 200     | 200   | 200  | 200   | 200  | 200               | 200
            GET    /api/dashboard/throughput   private   | out    | 404               | 200               | 404  | 404               | 404     | 200   | 404  | 404   | 200  | 404               | 404
            GET    /api/dashboard/throughput   archived  | out    | 200               | 200               | 200  | 200               | 200     | 200   | 200  | 200   | 200  | 200               | 200
            GET    /api/dashboard/throughput   all       | out    | none              | some              | none | none              | none    | some  | none | none  | some | none              | none
            GET    /api/dashboard/throughput   person    | out    | figures-of-others | figures-of-others | 200  | figures-of-others | 200     | 200   | 200  | 200   | 200  | figures-of-others | 200
            GET    /api/dashboard/throughput   oneself   | out    | 200               | 200               | 200  | 200               | 200     | 200   | 200  | 200   | 200  | 200               | 200
            GET    /api/dashboard/throughput   team      | out    | too-few-people    | too-few-people    | 200  | too-few-people    | 200     | 200   | 200  | 200   | 200  | too-few-people    | 200

            GET    /api/dashboard/cycle-times  open      | out    | 200               | 200               | 200  | 200               | 200     | 200   | 200  | 200   | 200  | 200               | 200
            GET    /api/dashboard/cycle-times  private   | out    | 404               | 200               | 404  | 404               | 404     | 200   | 404  | 404   | 200  | 404               | 404
            GET    /api/dashboard/cycle-times  archived  | out    | 200               | 200               | 200  | 200               | 200     | 200   | 200  | 200   | 200  | 200               | 200
            GET    /api/dashboard/cycle-times  all       | out    | none              | some              | none | none              | none    | some  | none | none  | some | none              | none
            GET    /api/dashboard/cycle-times  person    | out    | figures-of-others | figures-of-others | 200  | figures-of-others | 200     | 200   | 200  | 200   | 200  | figures-of-others | 200
            GET    /api/dashboard/cycle-times  oneself   | out    | 200               | 200               | 200  | 200               | 200     | 200   | 200  | 200   | 200  | 200               | 200
            GET    /api/dashboard/cycle-times  team      | out    | too-few-people    | too-few-people    | 200  | too-few-people    | 200     | 200   | 200  | 200   | 200  | too-few-people    | 200
            """;

    private static final String EVERY_SCOPE = "read write admin";
    private static final UUID ADMITTED = UUID.fromString("00000000-0000-7000-8000-0000000000a1");
    private static final UUID SOMEBODY = UUID.fromString("00000000-0000-7000-8000-0000000000a2");
    private static final UUID TEAM = UUID.fromString("00000000-0000-7000-8000-0000000000a3");
    private static final UUID OPEN = UUID.fromString("00000000-0000-7000-8000-0000000000a4");
    private static final UUID PRIVATE = UUID.fromString("00000000-0000-7000-8000-0000000000a5");
    private static final UUID ARCHIVED = UUID.fromString("00000000-0000-7000-8000-0000000000a6");
    private static final String APRIL = "at=2026-04-09T00:00:00Z&from=2026-04-06T00:00:00Z&to=2026-04-08T00:00:00Z";

    /** A kind of caller: a column of the table. */
    enum Who {
        NOBODY("", ""),
        MEMBER("MEMBER", EVERY_SCOPE),
        ADMITTED("MEMBER", EVERY_SCOPE),
        LEAD("MEMBER", EVERY_SCOPE),
        OTHER("MEMBER", EVERY_SCOPE),
        MANAGER("MANAGER", EVERY_SCOPE),
        ADMIN("ADMIN", EVERY_SCOPE),
        READ("ADMIN", "read"),
        WRITE("ADMIN", "read write"),
        ALL("ADMIN", EVERY_SCOPE),
        OWN("MEMBER", EVERY_SCOPE),
        MANAGED("MANAGER", EVERY_SCOPE);

        private final String role;
        private final String scopes;

        Who(String role, String scopes) {
            this.role = role;
            this.scopes = scopes;
        }

        String token() {
            var member = this == ADMITTED ? PermissionMatrixTest.ADMITTED : UUID.randomUUID();
            return Tokens.of(
                    member,
                    role,
                    claims -> claims.claim("scope", scopes)
                            .claim("leads", leads().stream().map(UUID::toString).toList()));
        }

        private List<UUID> leads() {
            return switch (this) {
                case LEAD -> List.of(TEAM);
                case OTHER -> List.of(UUID.randomUUID());
                default -> List.of();
            };
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A line of the table. */
    record Row(String operation, String about, List<String> cells) {

        private String path() {
            return operation.substring(operation.indexOf(' ') + 1);
        }

        private String method() {
            return operation.substring(0, operation.indexOf(' '));
        }

        String question() {
            if (about.equals("operators"))
                return path().replace("{id}", "dashboard:none").replace("{context}/{name}", "dashboard/none");
            return path()
                    + '?'
                    + APRIL
                    + switch (about) {
                        case "open" -> "&project=MOPEN";
                        case "private" -> "&project=MPRIVATE";
                        case "archived" -> "&project=MARCHIVED";
                        case "all" -> "&kind=issue";
                        case "person" -> "&project=MOPEN&member=" + SOMEBODY;
                        case "oneself" -> "&project=MOPEN&member=me";
                        case "team" -> "&team=" + TEAM;
                        default -> throw new IllegalArgumentException("Unknown subject " + about);
                    };
        }

        @Override
        public String toString() {
            return operation + ' ' + about;
        }

        private static Row of(String line) {
            var cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
            var asked = cells.getFirst().split("\\s+", 3);
            return new Row(asked[0] + ' ' + asked[1], asked[2], cells.subList(1, cells.size()));
        }
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();

    @Autowired
    EventStore events;

    @LocalServerPort
    int port;

    /** Work in April; issues in the private project only. */
    @BeforeAll
    void work_was_done() {
        var stored = new ArrayList<StoredEvent>();
        stored.addAll(project(OPEN, "MOPEN", Visibility.OPEN));
        stored.addAll(project(PRIVATE, "MPRIVATE", Visibility.PRIVATE));
        stored.addAll(project(ARCHIVED, "MARCHIVED", Visibility.OPEN));
        stored.add(admitted(2, ADMITTED));
        stored.addAll(items(Kind.TASK, OPEN));
        stored.addAll(items(Kind.ISSUE, PRIVATE));
        stored.addAll(items(Kind.TASK, ARCHIVED));
        stored.add(new StoredEvent(ARCHIVED, 2, at("2026-04-08T12:00"), new ProjectArchived(new ProjectId(ARCHIVED))));
        var team = new TeamId(TEAM);
        stored.add(
                new StoredEvent(TEAM, 0, at("2026-04-01T09:00"), new TeamFormed(team, "Two", new MemberId(SOMEBODY))));
        stored.add(new StoredEvent(TEAM, 1, at("2026-04-01T09:00"), new JoinedTeam(team, new MemberId(ADMITTED))));
        stored.forEach(one -> events.publish((DomainEventMessage<?>) one.at(0)));
        await().untilAsserted(() -> {
            assertThat(said(send(Who.ADMIN, "/api/dashboard/flow?project=MARCHIVED&" + APRIL), true))
                    .isEqualTo("some");
            assertThat(said(send(Who.MEMBER, "/api/dashboard/summary?team=" + TEAM), false))
                    .isEqualTo("too-few-people");
        });
    }

    private static StoredEvent admitted(int sequence, UUID member) {
        return new StoredEvent(
                PRIVATE,
                sequence,
                at("2026-04-01T09:00"),
                new MemberAdmitted(new ProjectId(PRIVATE), new MemberId(member)));
    }

    private static List<StoredEvent> items(Kind kind, UUID project) {
        var stored = new ArrayList<>(item(kind, project, 1, "2026-04-06T09:00", SOMEBODY));
        stored.addAll(item(
                kind,
                project,
                2,
                "2026-04-06T09:00",
                SOMEBODY,
                "2026-04-06T10:00 in-progress",
                "2026-04-07T10:00 done"));
        return stored;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void every_response_matches_the_table(Row row) {
        var cells = new SoftAssertions();
        var expected = row.cells().iterator();
        for (var who : Who.values()) {
            var answer = send(who, row.method(), row.question());
            cells.assertThat(said(answer, row.about().equals("all")))
                    .as("%s by %s: %s", row, who, answer.body())
                    .isEqualTo(expected.next());
            if (answer.statusCode() == 404 && !row.about().equals("operators"))
                cells.assertThat(detail(answer))
                        .as("%s by %s", row, who)
                        .isEqualTo(detail(send(who, row.method(), row.question().replace("MPRIVATE", "NOSUCH"))));
        }
        cells.assertAll();
    }

    @Test
    void every_figure_has_its_rows() {
        var document =
                new ApiDocument("dashboard", send(request("/v3/api-docs")).body());
        for (var about : List.of("open", "private", "archived", "all", "person", "oneself", "team"))
            assertThat(rows().filter(row -> row.about().equals(about)).map(Row::operation))
                    .as(about)
                    .containsExactlyInAnyOrderElementsOf(document.operations().stream()
                            .filter(operation -> operation.contains("/api/dashboard/"))
                            .toList());
        assertThat(rows().map(Row::operation).distinct()).containsExactlyInAnyOrderElementsOf(document.operations());
    }

    @Test
    void the_columns_are_the_kinds_of_callers() {
        var titles = Arrays.stream(TABLE.lines().findFirst().orElseThrow().split("\\|"))
                .skip(1)
                .map(String::strip);
        assertThat(titles)
                .containsExactlyElementsOf(
                        Arrays.stream(Who.values()).map(Who::toString).toList());
    }

    static Stream<Row> rows() {
        return TABLE.lines().skip(1).filter(line -> !line.isBlank()).map(Row::of);
    }

    private String said(HttpResponse<String> answer, boolean figures) {
        if (answer.statusCode() == 401) return "out";
        if (answer.statusCode() == 403)
            return json.readTree(answer.body()).get("reason").asString();
        if (answer.statusCode() == 200 && figures)
            return countsAnything(json.readTree(answer.body())) ? "some" : "none";
        return String.valueOf(answer.statusCode());
    }

    private static boolean countsAnything(JsonNode figures) {
        return Stream.of("open", "doneThisWeek", "created", "done", "count")
                .flatMap(name -> figures.findValues(name).stream())
                .anyMatch(count -> count.isNumber() && count.asInt() > 0);
    }

    private String detail(HttpResponse<String> answer) {
        return json.readTree(answer.body()).get("detail").asString();
    }

    private HttpResponse<String> send(Who who, String question) {
        return send(who, "GET", question);
    }

    private HttpResponse<String> send(Who who, String method, String question) {
        var request = request(question).header("Content-Type", "application/json");
        request.method(
                method,
                method.equals("POST") ? BodyPublishers.ofString("{\"reason\":\"Mended\"}") : BodyPublishers.noBody());
        return send(who == Who.NOBODY ? request : request.header("Authorization", "Bearer " + who.token()));
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
}
