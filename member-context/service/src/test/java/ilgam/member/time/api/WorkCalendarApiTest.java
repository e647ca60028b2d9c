package ilgam.member.time.api;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.regex.Matcher;

import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import ilgam.member.language.MemberId;
import ilgam.member.language.WorkCalendarEvent.LeaveCancelled;
import ilgam.member.test.RunningMember;
import ilgam.member.test.ServiceClient;
import ilgam.member.test.ServiceClient.Answer;
import ilgam.member.test.ServiceClient.Somebody;
import ilgam.starter.test.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@RunningMember
class WorkCalendarApiTest {

    private static final String ME = "/api/members/me";

    private final ServiceClient service;
    private final JdbcClient db;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    private final Serializer events;

    WorkCalendarApiTest(
            @LocalServerPort int port,
            @Autowired JdbcClient db,
            @Autowired @Qualifier("eventSerializer") Serializer events) {
        this.service = new ServiceClient(port);
        this.db = db;
        this.events = events;
    }

    @BeforeEach
    void somebodyIsFirst() {
        if (db.sql("select exists (select from founder)").query(Boolean.class).single()) return;
        service.signUp("first@example.com", ServiceClient.PASSWORD, "The First");
    }

    @Test
    void the_default_work_cycle_is_two_weeks_from_a_monday() {
        var cycle = service.get(ME + "/work-cycle", service.somebody("Ada").bearer());

        assertThat(cycle.status()).isEqualTo(200);
        assertThat(cycle.body().at("/effectiveFrom").isNull()).isTrue();
        assertThat(cycle.text("/startsOn")).isEqualTo("2024-01-01");
        assertThat(cycle.body().at("/lengthDays").asInt()).isEqualTo(14);
        assertThat(cycle.body().at("/workingDays")).hasSize(5);
        assertThat(cycle.body().at("/hoursADay").asInt()).isEqualTo(8);
        assertThat(cycle.text("/cycles/next/from"))
                .isEqualTo(LocalDate.parse(cycle.text("/cycles/this/to"))
                        .plusDays(1)
                        .toString());
    }

    @Test
    void a_work_cycle_takes_effect_from_a_date_and_the_past_stays() {
        var ada = service.somebody("Ada");
        var later = today.plusDays(30);

        var now = set(ada, today, 7, "7.5");
        var then = set(ada, later, 5, "6");

        assertThat(now.status()).isEqualTo(200);
        assertThat(then.text("/effectiveFrom")).isEqualTo(today.toString());
        assertThat(then.text("/cycles/this/from")).isEqualTo(today.toString());
        assertThat(then.text("/cycles/this/to")).isEqualTo(today.plusDays(6).toString());
        assertThat(then.text("/cycles/last/to")).isEqualTo(today.minusDays(1).toString());
        assertThat(then.text("/upcoming/0/effectiveFrom")).isEqualTo(later.toString());
        assertThat(then.body().at("/upcoming/0/lengthDays").asInt()).isEqualTo(5);
    }

    @Test
    void a_future_work_cycle_can_be_cancelled() {
        var ada = service.somebody("Ada");
        var later = today.plusDays(30);
        set(ada, today, 7, "7.5");
        set(ada, later, 5, "6");
        set(ada, later.plusDays(10), 9, "6");

        var cancelled = service.delete(ME + "/work-cycle/" + later, ada.bearer());
        var begun = service.delete(ME + "/work-cycle/" + today, ada.bearer());
        var unknown = service.delete(ME + "/work-cycle/" + later, ada.bearer());

        assertThat(cancelled.status()).isEqualTo(204);
        assertThat(begun.status()).isEqualTo(409);
        assertThat(begun.text("/reason")).isEqualTo("cycle-has-begun");
        assertThat(unknown.status()).isEqualTo(404);
        var left = service.get(ME + "/work-cycle", ada.bearer());
        assertThat(left.text("/effectiveFrom")).isEqualTo(today.toString());
        assertThat(left.body().at("/upcoming")).hasSize(1);
        assertThat(left.text("/upcoming/0/effectiveFrom"))
                .isEqualTo(later.plusDays(10).toString());
    }

    @Test
    void the_cycles_around_another_day_are_shown() {
        var ada = service.somebody("Ada");
        set(ada, today, 7, "7.5");

        var then = service.get(ME + "/work-cycle?on=2024-01-20", ada.bearer());

        assertThat(then.text("/cycles/last/from")).isEqualTo("2024-01-01");
        assertThat(then.text("/cycles/this/from")).isEqualTo("2024-01-15");
        assertThat(then.body().at("/effectiveFrom").isNull()).isTrue();
        assertThat(then.text("/upcoming/0/effectiveFrom")).isEqualTo(today.toString());
        assertThat(service.get(ME + "/work-cycle?on=9999-12-31", ada.bearer()).status())
                .isEqualTo(400);
    }

    @Test
    void other_hours_do_not_change_the_current_cycle() {
        var ada = service.somebody("Ada");
        var before = service.get(ME + "/work-cycle", ada.bearer()).body().at("/cycles");

        var after = service.put(ME + "/work-cycle", """
                {"startsOn": "2024-01-01", "lengthDays": 14, "workingDays": ["MONDAY", "TUESDAY"], "hoursADay": 6,
                 "timeZone": "UTC"}""", ada.bearer());

        assertThat(after.status()).isEqualTo(200);
        assertThat(after.body().at("/cycles")).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "lengthDays": 0                | /lengthDays
            "lengthDays": 93               | /lengthDays
            "workingDays": []              | /workingDays
            "hoursADay": 0                 | /hoursADay
            "hoursADay": 24.25             | /hoursADay
            "hoursADay": 7.1               | /hoursADay
            "timeZone": "Mars/Base"        | /timeZone
            "startsOn": null               | /startsOn
            "effectiveFrom": "2020-01-01"  | /effectiveFrom
            """)
    void an_invalid_work_cycle_is_refused(String field, String pointer) {
        var name = field.substring(0, field.indexOf(':'));
        var sound = """
                {"startsOn": "2026-01-05", "lengthDays": 7, "workingDays": ["MONDAY"], "hoursADay": 8, "timeZone": "UTC"}""";
        var body = sound.contains(name)
                ? sound.replaceFirst(name + ": (\\[[^]]*]|[^,}]*)", Matcher.quoteReplacement(field.strip()))
                : sound.replace("}", ", " + field.strip() + "}");

        var answer =
                service.put(ME + "/work-cycle", body, service.somebody("Ada").bearer());

        assertThat(answer.status()).as(body).isEqualTo(400);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(answer.text("/errors/0/reason")).isNotEmpty();
        if (pointer.equals("/lengthDays"))
            assertThat(answer.body().at("/errors/0/values").toString()).isEqualTo("{\"least\":1,\"most\":92}");
    }

    @Test
    void leave_is_taken_listed_and_cancelled() {
        var ada = service.somebody("Ada");

        var taken = leave(ada, today.plusDays(3), today.plusDays(5), "day");
        var again = leave(ada, today.plusDays(5), today.plusDays(5), "morning");

        assertThat(taken.status()).isEqualTo(201);
        assertThat(taken.header("Location")).isEqualTo("/api/members/me/leave/" + taken.text("/id"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/reason")).isEqualTo("leave-overlaps");
        assertThat(service.get(ME + "/leave", ada.bearer()).body().at("/items")).hasSize(1);
        assertThat(service.delete(
                                ME + "/leave/" + taken.text("/id"),
                                service.somebody("Lin").bearer())
                        .status())
                .isEqualTo(404);
        assertThat(service.delete(ME + "/leave/" + taken.text("/id"), ada.bearer())
                        .status())
                .isEqualTo(204);
        assertThat(service.get(ME + "/leave", ada.bearer()).body().at("/items")).isEmpty();
    }

    @Test
    void leave_can_be_entered_and_withdrawn_up_to_31_days_back() {
        var ada = service.somebody("Ada");
        var taken = leave(ada, today.minusDays(9), today.minusDays(8), "day");
        var refused = leave(ada, today.minusDays(33), today.minusDays(33), "day");

        assertThat(taken.status()).isEqualTo(201);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/reason")).isEqualTo("leave-long-ago");
        assertThat(service.delete(ME + "/leave/" + taken.text("/id"), ada.bearer())
                        .status())
                .isEqualTo(204);
        assertThat(service.get(ME + "/leave", ada.bearer()).body().at("/items")).isEmpty();
    }

    @Test
    void leave_that_has_begun_ends_today() {
        var ada = service.somebody("Ada");
        var taken = leave(ada, today.minusDays(4), today.plusDays(4), "day");

        var ended = service.delete(ME + "/leave/" + taken.text("/id"), ada.bearer());
        var again = service.delete(ME + "/leave/" + taken.text("/id"), ada.bearer());

        assertThat(ended.status()).isEqualTo(204);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/reason")).isEqualTo("leave-is-over");
        var left = service.get(ME + "/leave", ada.bearer());
        assertThat(left.body().at("/items")).hasSize(1);
        assertThat(left.text("/items/0/from")).isEqualTo(today.minusDays(4).toString());
        assertThat(left.text("/items/0/to")).isEqualTo(today.minusDays(1).toString());
        assertThat(left.body().at("/items/0/ended").asBoolean()).isTrue();
    }

    @Test
    void leave_cancelled_in_an_earlier_version_is_cancelled_whole() {
        var member = UUID.randomUUID();
        var leave = UUID.randomUUID();
        var stored = "{\"member\": {\"value\": \"%s\"}, \"leave\": \"%s\"}".formatted(member, leave);

        Object event = events.deserialize(
                new SimpleSerializedObject<>(stored, String.class, LeaveCancelled.class.getName(), null));

        assertThat(event).isEqualTo(new LeaveCancelled(new MemberId(member), leave, null));
    }

    @Test
    void moving_across_the_date_line_does_not_reopen_past_days() {
        var ada = service.somebody("Ada");
        var east = LocalDate.now(ZoneId.of("Pacific/Kiritimati"));
        var west = LocalDate.now(ZoneId.of("Pacific/Niue"));
        assertThat(setIn("Pacific/Kiritimati", east, ada).status()).isEqualTo(200);

        var refused = setIn("Pacific/Niue", west, ada);

        assertThat(west).isBefore(east);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/effectiveFrom");
        assertThat(setIn("Pacific/Niue", east, ada).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"+999999999-12-30, 400", "-999999999-01-01, 400", "0001-01-01, 200"})
    void days_that_are_too_far_away_are_refused(String day, int whenListed) {
        var ada = service.somebody("Ada");
        var asked = day.replace("+", "%2B");

        assertThat(service.post(ME + "/leave", "{\"from\": \"%1$s\", \"to\": \"%1$s\"}".formatted(day), ada.bearer())
                        .status())
                .isEqualTo(400);
        assertThat(service.get(ME + "/leave?from=%1$s&to=%1$s".formatted(asked), ada.bearer())
                        .status())
                .isEqualTo(whenListed);
        assertThat(service.get(ME + "/calendar?from=%1$s&to=%1$s".formatted(asked), ada.bearer())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void leave_has_an_order_and_an_end() {
        var ada = service.somebody("Ada");

        assertThat(leave(ada, today, today.minusDays(1), "day").status()).isEqualTo(400);
        assertThat(leave(ada, today, today.plusDays(366), "day").status()).isEqualTo(400);
        assertThat(leave(ada, today, today, "night").status()).isEqualTo(400);
    }

    @Test
    void leave_repeated_with_its_key_is_taken_once() {
        var ada = service.somebody("Ada");
        var body = "{\"from\": \"%s\", \"to\": \"%s\"}".formatted(today, today);
        var key = "Idempotency-Key: " + UUID.randomUUID();

        var first = service.post(ME + "/leave", body, ada.bearer(), key);
        var second = service.post(ME + "/leave", body, ada.bearer(), key);

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void a_stale_change_does_not_overwrite_a_newer_work_cycle() {
        var ada = service.somebody("Ada");
        var before =
                "If-Match: " + service.get(ME + "/work-cycle", ada.bearer()).header("ETag");
        leave(ada, today.plusDays(3), today.plusDays(5), "day");

        var first = set(ada, today, 7, "7.5", before);
        var stale = set(ada, today, 5, "6", before);
        var again = set(ada, today, 5, "6", "If-Match: " + first.header("ETag"));

        assertThat(first.status()).isEqualTo(200);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.text("/reason")).isEqualTo("stale");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().at("/lengthDays").asInt()).isEqualTo(5);
        assertThat(set(ada, today, 7, "6", "If-Match: x").status()).isEqualTo(400);
    }

    @Test
    void a_stale_change_of_leave_is_refused() {
        var ada = service.somebody("Ada");
        var before = "If-Match: " + service.get(ME + "/leave", ada.bearer()).header("ETag");

        var taken = leave(ada, today.plusDays(3), today.plusDays(3), "day", before);
        var stale = leave(ada, today.plusDays(9), today.plusDays(9), "day", before);
        var now = "If-Match: " + taken.header("ETag");
        var more = leave(ada, today.plusDays(9), today.plusDays(9), "day", now);

        assertThat(taken.status()).isEqualTo(201);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.text("/reason")).isEqualTo("stale");
        assertThat(more.status()).isEqualTo(201);
        var cancelled = ME + "/leave/" + taken.text("/id");
        assertThat(service.delete(cancelled, ada.bearer(), before).status()).isEqualTo(412);
        assertThat(service.delete(cancelled, ada.bearer(), now).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({"/work-cycle", "/leave"})
    void a_known_version_is_not_sent_again(String path) {
        var ada = service.somebody("Ada");
        var known = "If-None-Match: " + service.get(ME + path, ada.bearer()).header("ETag");

        assertThat(service.get(ME + path, ada.bearer(), known).status()).isEqualTo(304);
        leave(ada, today.plusDays(3), today.plusDays(5), "day");
        assertThat(service.get(ME + path, ada.bearer(), known).status()).isEqualTo(200);
    }

    @Test
    void the_default_work_cycle_uses_the_zone_of_the_company_not_of_the_profile() {
        var ada = service.somebody("Ada");
        var known = "If-None-Match: "
                + service.get(ME + "/work-cycle", ada.bearer()).header("ETag");
        var company = service.get("/api/company", ada.bearer()).text("/timeZone");

        service.patch(ME, "{\"timeZone\": \"America/New_York\"}", ada.bearer());
        assertThat(service.get(ME + "/work-cycle", ada.bearer(), known).status())
                .isEqualTo(304);

        var elsewhere = company.equals("Asia/Seoul") ? "Europe/Paris" : "Asia/Seoul";
        moveCompany(elsewhere);
        try {
            var moved = service.get(ME + "/work-cycle", ada.bearer(), known);
            assertThat(moved.status()).isEqualTo(200);
            assertThat(moved.text("/timeZone")).isEqualTo(elsewhere);
        } finally {
            moveCompany(company);
        }
    }

    private void moveCompany(String zone) {
        var admin = "Authorization: " + Tokens.bearer(UUID.randomUUID(), "ADMIN");
        assertThat(service.patch("/api/company", "{\"timeZone\": \"%s\"}".formatted(zone), admin)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_calendar_combines_work_cycle_holidays_and_leave() {
        var ada = service.somebody("Ada");
        var monday = LocalDate.of(2031, 3, 3);
        holiday(monday, "Foundation day");
        leave(ada, monday.plusDays(1), monday.plusDays(1), "afternoon");
        leave(ada, monday.plusDays(2), monday.plusDays(2), "day");

        var days = service.get(ME + "/calendar?from=%s&to=%s".formatted(monday, monday.plusDays(5)), ada.bearer());

        assertThat(days.body().at("/days")).hasSize(6);
        assertThat(days.text("/days/0/holiday")).isEqualTo("Foundation day");
        assertThat(days.body().at("/days/0/workingDay").asBoolean()).isFalse();
        assertThat(days.text("/days/1/leave")).isEqualTo("afternoon");
        assertThat(days.body().at("/days/1/hours").asInt()).isEqualTo(4);
        assertThat(days.body().at("/days/2/workingDay").asBoolean()).isTrue();
        assertThat(days.body().at("/days/2/hours").asInt()).isZero();
        assertThat(days.body().at("/days/3/hours").asInt()).isEqualTo(8);
        assertThat(days.body().at("/days/5/workingDay").asBoolean()).isFalse();
        assertThat(service.get(ME + "/calendar?from=2026-01-01&to=2027-12-31", ada.bearer())
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"mate, 200", "MEMBER, 403", "MANAGER, 200", "ADMIN, 200", "anonymous, 401"})
    void a_team_calendar_is_visible_to_its_members_and_managers(String who, int status) {
        var ada = service.somebody("Ada");
        var team = service.post(
                        "/api/teams",
                        "{\"name\": \"Team %s\"}".formatted(UUID.randomUUID()),
                        "Authorization: " + Tokens.bearer(ada.id(), "MANAGER"))
                .text("/id");
        var asked = switch (who) {
            case "anonymous" -> "X-Nobody: 1";
            case "mate" -> ada.bearer();
            default ->
                "Authorization: " + Tokens.bearer(service.somebody("Somebody").id(), who);
        };

        var calendar = service.get("/api/teams/" + team + "/calendar?from=2026-11-02&to=2026-11-08", asked);

        assertThat(calendar.status()).isEqualTo(status);
        if (status == 200) assertThat(calendar.body().at("/members/0/days")).hasSize(7);
    }

    @Test
    void a_calendar_needs_a_log_in() {
        assertThat(service.get(ME + "/work-cycle").status()).isEqualTo(401);
        assertThat(service.get(ME + "/leave").status()).isEqualTo(401);
    }

    private void holiday(LocalDate date, String name) {
        service.put(
                "/api/holidays/" + date,
                "{\"name\": \"%s\"}".formatted(name),
                "Authorization: " + Tokens.bearer(service.somebody("Admin").id(), "ADMIN"));
    }

    private Answer leave(Somebody member, LocalDate from, LocalDate to, String part) {
        return leave(member, from, to, part, "If-Match: *");
    }

    private Answer leave(Somebody member, LocalDate from, LocalDate to, String part, String seen) {
        return service.post(
                ME + "/leave",
                "{\"from\": \"%s\", \"to\": \"%s\", \"part\": \"%s\"}".formatted(from, to, part),
                member.bearer(),
                seen);
    }

    private Answer setIn(String zone, LocalDate from, Somebody member) {
        return service.put(ME + "/work-cycle", """
                {"startsOn": "2026-01-05", "lengthDays": 7, "workingDays": ["MONDAY"], "hoursADay": 8,
                 "timeZone": "%s", "effectiveFrom": "%s"}""".formatted(zone, from), member.bearer());
    }

    private Answer set(Somebody member, LocalDate from, int days, String hours) {
        return set(member, from, days, hours, "If-Match: *");
    }

    private Answer set(Somebody member, LocalDate from, int days, String hours, String seen) {
        return service.put(ME + "/work-cycle", """
                {"startsOn": "%s", "lengthDays": %d, "workingDays": ["MONDAY", "FRIDAY"], "hoursADay": %s,
                 "timeZone": "UTC", "effectiveFrom": "%s"}""".formatted(from, days, hours, from), member.bearer(), seen);
    }
}
