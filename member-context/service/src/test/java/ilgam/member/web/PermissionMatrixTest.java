package ilgam.member.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import ilgam.member.test.ServiceClient;
import ilgam.member.test.ServiceClient.Answer;
import ilgam.member.web.Cast.Who;
import ilgam.starter.test.Postgres;

import static org.assertj.core.api.Assertions.assertThat;

/** The permissions of every path of this context for every kind of caller. */
@DirtiesContext // its context is not shared
@DisabledIfSystemProperty(named = "ilgam.instances", matches = "2") // permissions do not depend on the instance
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(Lifecycle.PER_CLASS)
class PermissionMatrixTest {

    /**
     * A number is the status of the response, a word the reason of a 403, and {@code out} a 401 because the caller is
     * not logged in. The columns are those of {@link Who}: no token, a member, the leads of the team concerned and of
     * another one, the other roles, an admin who was deactivated after they got their token, an admin's access tokens
     * by scopes, and tokens of a member and of a manager with every scope. A word in parentheses only distinguishes two
     * requests to one path.
     */
    private static final String TABLE = """
            path                                              | nobody  | member  | lead    | other   | manager | admin   | left    | read    | write   | all     | own     | managed

            GET    /api/sign-up                               | 200     | 200     | 200     | 200     | 200     | 200     | 200     | 200     | 200     | 200     | 200     | 200
            POST   /api/members                               | 201     | 201     | 201     | 201     | 201     | 201     | 201     | 201     | 201     | 201     | 201     | 201
            POST   /api/session                               | 200     | 200     | 200     | 200     | 200     | 200     | 200     | 200     | 200     | 200     | 200     | 200
            GET    /api/session                               | out     | 200     | 200     | 200     | 200     | 200     | out     | 200     | 200     | 200     | 200     | 200
            DELETE /api/session                               | out     | 204     | 204     | 204     | 204     | 204     | out     | scope   | 204     | 204     | 204     | 204
            GET    /api/sessions                              | out     | 200     | 200     | 200     | 200     | 200     | out     | 200     | 200     | 200     | 200     | 200
            DELETE /api/sessions                              | out     | 204     | 204     | 204     | 204     | 204     | out     | scope   | 204     | 204     | 204     | 204
            DELETE /api/sessions/{session}                    | out     | 204     | 204     | 204     | 204     | 204     | out     | scope   | 204     | 204     | 204     | 204
            POST   /api/password-resets                       | 202     | 202     | 202     | 202     | 202     | 202     | 202     | 202     | 202     | 202     | 202     | 202
            GET    /api/password-resets/{secret}              | 404     | 404     | 404     | 404     | 404     | 404     | 404     | 404     | 404     | 404     | 404     | 404
            PUT    /api/password-resets/{secret}              | 404     | 404     | 404     | 404     | 404     | 404     | 404     | 404     | 404     | 404     | 404     | 404
            POST   /api/email-confirmations                   | 202     | 202     | 202     | 202     | 202     | 202     | 202     | 202     | 202     | 202     | 202     | 202
            PUT    /api/email-confirmations/{secret}          | 404     | 404     | 404     | 404     | 404     | 404     | 404     | 404     | 404     | 404     | 404     | 404

            GET    /api/members                               | out     | 200     | 200     | 200     | 200     | 200     | out     | 200     | 200     | 200     | 200     | 200
            GET    /api/members/{person}                      | out     | 200     | 200     | 200     | 200     | 200     | out     | 200     | 200     | 200     | 200     | 200
            PUT    /api/members/{mate}/role                   | out     | role    | role    | role    | role    | 200     | out     | scope   | scope   | 200     | role    | role
            PUT    /api/members/{person}/deactivation         | out     | role    | role    | role    | role    | 200     | out     | scope   | scope   | 200     | role    | role
            DELETE /api/members/{person}/deactivation         | out     | role    | role    | role    | role    | 200     | out     | scope   | scope   | 200     | role    | role
            PUT    /api/members/{person}/merger               | out     | role    | role    | role    | role    | 200     | out     | scope   | scope   | 200     | role    | role
            DELETE /api/members/{person}                      | out     | role    | role    | role    | role    | 204     | out     | scope   | scope   | 204     | role    | role
            GET    /api/security-events                       | out     | role    | role    | role    | role    | 200     | out     | scope   | scope   | 200     | role    | role

            GET    /api/members/me                            | out     | 200     | 200     | 200     | 200     | 200     | out     | 200     | 200     | 200     | 200     | 200
            PATCH  /api/members/me                            | out     | 200     | 200     | 200     | 200     | 200     | out     | scope   | 200     | 200     | 200     | 200
            PUT    /api/members/me/password                   | out     | 204     | 204     | 204     | 204     | 204     | out     | scope   | 204     | 204     | 204     | 204
            GET    /api/members/me/security-events            | out     | 200     | 200     | 200     | 200     | 200     | out     | 200     | 200     | 200     | 200     | 200
            GET    /api/members/me/work-cycle                 | out     | 200     | 200     | 200     | 200     | 200     | out     | 200     | 200     | 200     | 200     | 200
            PUT    /api/members/me/work-cycle                 | out     | 200     | 200     | 200     | 200     | 200     | out     | scope   | 200     | 200     | 200     | 200
            DELETE /api/members/me/work-cycle/{cycle}         | out     | 204     | 204     | 204     | 204     | 204     | out     | scope   | 204     | 204     | 204     | 204
            GET    /api/members/me/leave                      | out     | 200     | 200     | 200     | 200     | 200     | out     | 200     | 200     | 200     | 200     | 200
            POST   /api/members/me/leave                      | out     | 201     | 201     | 201     | 201     | 201     | out     | scope   | 201     | 201     | 201     | 201
            DELETE /api/members/me/leave/{leave}              | out     | 204     | 204     | 204     | 204     | 204     | out     | scope   | 204     | 204     | 204     | 204
            GET    /api/members/me/calendar                   | out     | 200     | 200     | 200     | 200     | 200     | out     | 200     | 200     | 200     | 200     | 200

            GET    /api/teams                                 | out     | 200     | 200     | 200     | 200     | 200     | out     | 200     | 200     | 200     | 200     | 200
            POST   /api/teams                                 | out     | role    | role    | role    | 201     | 201     | out     | scope   | 201     | 201     | role    | 201
            GET    /api/teams/{team}                          | out     | 200     | 200     | 200     | 200     | 200     | out     | 200     | 200     | 200     | 200     | 200
            PATCH  /api/teams/{team}                          | out     | role    | 200     | role    | 200     | 200     | out     | scope   | 200     | 200     | role    | 200
            DELETE /api/teams/{team}                          | out     | role    | role    | role    | 204     | 204     | out     | scope   | 204     | 204     | role    | 204
            PUT    /api/teams/{team}/members/{person}         | out     | role    | 200     | role    | 200     | 200     | out     | scope   | 200     | 200     | role    | 200
            DELETE /api/teams/{team}/members/{mate}           | out     | role    | 200     | role    | 200     | 200     | out     | scope   | 200     | 200     | role    | 200
            PUT    /api/teams/{team}/leads/{mate}             | out     | role    | role    | role    | 200     | 200     | out     | scope   | 200     | 200     | role    | 200
            DELETE /api/teams/{team}/leads/{mate}             | out     | role    | role    | role    | 200     | 200     | out     | scope   | 200     | 200     | role    | 200
            GET    /api/teams/{team}/calendar                 | out     | role    | 200     | role    | 200     | 200     | out     | 200     | 200     | 200     | role    | 200

            GET    /api/holidays                              | out     | 200     | 200     | 200     | 200     | 200     | 200     | 200     | 200     | 200     | 200     | 200
            PUT    /api/holidays/{day}                        | out     | role    | role    | role    | role    | 200     | out     | scope   | scope   | 200     | role    | role
            DELETE /api/holidays/{holiday}                    | out     | role    | role    | role    | role    | 204     | out     | scope   | scope   | 204     | role    | role
            GET    /api/holiday-calendars                     | out     | 200     | 200     | 200     | 200     | 200     | 200     | 200     | 200     | 200     | 200     | 200
            GET    /api/holiday-calendars/countries           | out     | 200     | 200     | 200     | 200     | 200     | 200     | 200     | 200     | 200     | 200     | 200
            POST   /api/holiday-calendars                     | out     | role    | role    | role    | role    | 201     | out     | scope   | scope   | 201     | role    | role
            POST   /api/holiday-calendars (file)              | out     | role    | role    | role    | role    | 201     | out     | scope   | scope   | 201     | role    | role
            DELETE /api/holiday-calendars/{calendar}          | out     | role    | role    | role    | role    | 204     | out     | scope   | scope   | 204     | role    | role

            GET    /api/company                               | out     | 200     | 200     | 200     | 200     | 200     | out     | 200     | 200     | 200     | 200     | 200
            PATCH  /api/company                               | out     | role    | role    | role    | role    | 200     | out     | scope   | scope   | 200     | role    | role

            GET    /api/invitations                           | out     | role    | role    | role    | 200     | 200     | out     | 200     | 200     | 200     | role    | 200
            POST   /api/invitations                           | out     | role    | role    | role    | 201     | 201     | out     | scope   | 201     | 201     | role    | 201
            POST   /api/invitations (as an admin)             | out     | role    | role    | role    | role    | 201     | out     | scope   | scope   | 201     | role    | role
            DELETE /api/invitations/{invitation}              | out     | role    | role    | role    | 204     | 204     | out     | scope   | 204     | 204     | role    | 204
            GET    /api/invitations/by-token/{link}           | 200     | 200     | 200     | 200     | 200     | 200     | 200     | 200     | 200     | 200     | 200     | 200

            GET    /api/access-tokens                         | out     | 200     | 200     | 200     | 200     | 200     | out     | 200     | 200     | 200     | 200     | 200
            POST   /api/access-tokens                         | out     | 201     | 201     | 201     | 201     | 201     | out     | scope   | login   | login   | login   | login
            DELETE /api/access-tokens/{token}                 | out     | 204     | 204     | 204     | 204     | 204     | out     | scope   | 204     | 204     | 204     | 204
            GET    /api/mails                                 | out     | role    | role    | role    | role    | 200     | out     | scope   | scope   | 200     | role    | role
            GET    /api/settings                              | out     | role    | role    | role    | role    | 200     | out     | scope   | scope   | 200     | role    | role
            PATCH  /api/settings                              | out     | role    | role    | role    | role    | 200     | out     | scope   | scope   | 200     | role    | role

            GET    /api/dead-letters                          | out     | role    | role    | role    | role    | 200     | out     | scope   | scope   | 200     | role    | role
            POST   /api/dead-letters/{secret}/retry           | out     | role    | role    | role    | role    | 404     | out     | scope   | scope   | 404     | role    | role
            POST   /api/dead-letters/{secret}/discard         | out     | role    | role    | role    | role    | 404     | out     | scope   | scope   | 404     | role    | role
            GET    /api/projections                           | out     | role    | role    | role    | role    | 200     | out     | scope   | scope   | 200     | role    | role
            PUT    /api/projections/{secret}/{secret}/pause   | out     | role    | role    | role    | role    | 404     | out     | scope   | scope   | 404     | role    | role
            DELETE /api/projections/{secret}/{secret}/pause   | out     | role    | role    | role    | role    | 404     | out     | scope   | scope   | 404     | role    | role
            POST   /api/projections/{secret}/{secret}/rebuild | out     | role    | role    | role    | role    | 404     | out     | scope   | scope   | 404     | role    | role
            """;

    /** A line of the table. */
    record Row(String method, String path, String variant, List<String> cells) {

        /** The pattern for comparison with Spring's mappings, in which all variables have the same name. */
        String mapping() {
            return mappingOf(method, path);
        }

        @Override
        public String toString() {
            return method + ' ' + path + variant;
        }

        private static Row of(String line) {
            var cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
            var asked = cells.getFirst().split("\\s+", 3);
            return new Row(asked[0], asked[1], asked.length > 2 ? asked[2] : "", cells.subList(1, cells.size()));
        }
    }

    private static final Postgres.Context DATABASES = Postgres.context("member");

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        DATABASES.register(registry);
    }

    private final Cast cast;
    private final RequestMappingHandlerMapping controllers;

    PermissionMatrixTest(
            @LocalServerPort int port,
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping controllers) {
        this.cast = new Cast(new ServiceClient(port));
        this.controllers = controllers;
    }

    @BeforeAll
    void everybodyIsThere() {
        cast.assemble();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void every_response_matches_the_table(Row row) {
        var cells = new SoftAssertions();
        var expected = row.cells().iterator();
        for (var who : Who.values()) {
            var answer = cast.send(who, row);
            cells.assertThat(said(answer))
                    .as("%s by %s: %s", row, who, answer.body())
                    .isEqualTo(expected.next());
        }
        cells.assertAll();
    }

    @Test
    void every_path_has_its_row() {
        var mapped = controllers.getHandlerMethods().keySet().stream()
                .flatMap(PermissionMatrixTest::mappings)
                .filter(mapping -> mapping.contains(" /api/"))
                .distinct();

        assertThat(rows().map(Row::mapping).distinct()).containsExactlyInAnyOrderElementsOf(mapped.toList());
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

    private static String said(Answer answer) {
        var reason = answer.text("/reason");
        if (answer.status() == 401 && reason.equals("not-logged-in")) return "out";
        if (answer.status() == 403) return reason;
        return String.valueOf(answer.status());
    }

    private static Stream<String> mappings(RequestMappingInfo info) {
        return info.getMethodsCondition().getMethods().stream()
                .flatMap(method -> info.getPatternValues().stream().map(pattern -> mappingOf(method.name(), pattern)));
    }

    private static String mappingOf(String method, String path) {
        return method + ' ' + path.replaceAll("\\{[^}]*}", "{}");
    }
}
