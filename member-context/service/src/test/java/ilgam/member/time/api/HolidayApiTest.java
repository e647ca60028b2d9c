package ilgam.member.time.api;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import ilgam.member.language.HolidayEvent.Holiday;
import ilgam.member.test.RunningMember;
import ilgam.member.test.ServiceClient;
import ilgam.member.test.ServiceClient.Answer;
import ilgam.member.time.holiday.HolidayCommand.SetHolidays;
import ilgam.starter.messaging.Commands;
import ilgam.starter.messaging.Metadata;
import ilgam.starter.test.AsGateway;
import ilgam.starter.test.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@RunningMember
class HolidayApiTest {

    private final String admin = "Authorization: " + Tokens.bearer(UUID.randomUUID(), "ADMIN");
    private final int year = LocalDate.now(ZoneOffset.UTC).getYear();
    private final String nextYear = "/api/holidays?from=%1$d-01-01&to=%1$d-12-31".formatted(year + 1);
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    private final int port;
    private final ServiceClient service;
    private final Commands commands;

    HolidayApiTest(@LocalServerPort int port, @Autowired Commands commands) {
        this.port = port;
        this.commands = commands;
        this.service = new ServiceClient(port);
    }

    @Test
    void the_holidays_of_a_country_are_added_and_removed() {
        var used = use("kr");
        var calendar = used.text("/id");

        assertThat(used.status()).isEqualTo(201);
        assertThat(used.text("/kind")).isEqualTo("country");
        assertThat(used.text("/country")).isEqualTo("KR");
        assertThat(used.body().at("/days").asInt()).isBetween(45, 100);
        assertThat(namesOf(calendar)).contains("설날", "추석", "부처님오신날", "기독탄신일");
        assertThat(use("KR").text("/id")).isEqualTo(calendar);
        assertThat(service.delete("/api/holiday-calendars/" + calendar, admin).status())
                .isEqualTo(204);
        assertThat(namesOf(calendar)).isEmpty();
        assertThat(service.delete("/api/holiday-calendars/" + calendar, admin).status())
                .isEqualTo(404);
    }

    @Test
    void a_country_can_be_added_again_after_its_removal() {
        var calendar = use("FR").text("/id");
        service.delete("/api/holiday-calendars/" + calendar, admin);

        assertThat(use("FR").status()).isEqualTo(201);
        assertThat(namesOf(calendar)).isNotEmpty();
    }

    @Test
    void days_have_their_local_names() {
        assertThat(namesOf(use("DE").text("/id"))).contains("Neujahr", "Tag der Deutschen Einheit");
    }

    @Test
    void the_countries_are_named_in_the_readers_language() {
        var korean = service.get("/api/holiday-calendars/countries", admin, "Accept-Language: ko")
                .body();

        assertThat(korean.at("/items").size()).isGreaterThan(60);
        assertThat(korean.toString()).contains("대한민국", "독일");
        assertThat(use("XX").status()).isEqualTo(400);
    }

    @Test
    void the_countries_are_sorted_in_the_readers_language() {
        var french = service.get("/api/holiday-calendars/countries", admin, "Accept-Language: fr")
                .body()
                .at("/items")
                .findValuesAsString("name");

        assertThat(french).containsSubsequence("Estonie", "États-Unis", "Finlande");
    }

    @Test
    void the_company_has_days_of_its_own() {
        var day = "/api/holidays/" + (year + 1) + "-07-14";
        var named = service.put(day, "{\"name\": \"Foundation day\"}", admin);

        assertThat(named.status()).isEqualTo(200);
        assertThat(namesOf(named.text("/calendar"))).contains("Foundation day");
        assertThat(service.get("/api/holiday-calendars", admin).body().toString())
                .contains("\"kind\":\"own\"");
        assertThat(service.delete(day, admin).status()).isEqualTo(204);
        assertThat(namesOf(named.text("/calendar"))).isEmpty();
        assertThat(service.delete(day, admin).status()).isEqualTo(404);
        assertThat(service.put(day, "{\"name\": \"\"}", admin).status()).isEqualTo(400);
        assertThat(service.put("/api/holidays/someday", "{\"name\": \"x\"}", admin)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_file_with_holidays_is_imported() {
        var answer = upload(
                admin,
                "BEGIN:VCALENDAR",
                "BEGIN:VEVENT",
                "SUMMARY:Summer feast",
                "DTSTART;VALUE=DATE:20200801",
                "RRULE:FREQ=YEARLY",
                "END:VEVENT",
                "END:VCALENDAR");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body())
                .contains(
                        "\"kind\":\"imported\"",
                        "\"name\":\"Our feasts\"",
                        "\"days\":" + (today.isAfter(LocalDate.of(year, 8, 1)) ? 3 : 4));
        assertThat(service.get(nextYear, admin).body().toString()).contains("Summer feast");
    }

    @Test
    void a_bad_file_is_refused_with_the_line_where_it_went_wrong() {
        var answer = upload(
                admin,
                "BEGIN:VCALENDAR",
                "BEGIN:VEVENT",
                "SUMMARY:Feast",
                "DTSTART:tomorrow",
                "END:VEVENT",
                "END:VCALENDAR");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Line 4", "\"line\":4", "\"reason\":\"calendar-unreadable\"");
    }

    @Test
    void an_unusable_event_is_noted_and_the_file_is_accepted() {
        var answer = upload(
                admin,
                "BEGIN:VCALENDAR",
                "BEGIN:VEVENT",
                "SUMMARY:Sound feast",
                "DTSTART:%d0401".formatted(year + 1),
                "END:VEVENT",
                "BEGIN:VEVENT",
                "SUMMARY:Feast",
                "DTSTART:tomorrow",
                "END:VEVENT",
                "END:VCALENDAR");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body()).contains("\"days\":1", "\"notes\":[{\"line\":8,\"reason\":");
    }

    @Test
    void a_valid_file_with_past_days_only_has_its_own_reason() {
        var answer = upload(
                admin,
                "BEGIN:VCALENDAR",
                "BEGIN:VEVENT",
                "SUMMARY:Feast",
                "DTSTART;VALUE=DATE:20010101",
                "END:VEVENT",
                "END:VCALENDAR");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"reason\":\"calendar-empty\"").doesNotContain("\"line\"");
    }

    @Test
    void a_calendar_adds_no_past_days() {
        var past = "/api/holidays?from=%s&to=%s".formatted(today.minusYears(2), today.minusDays(2));

        var calendar = use("IT").text("/id");
        assertThat(service.get(past, admin).body().toString()).doesNotContain(calendar);
        assertThat(namesOf(calendar)).isNotEmpty();
    }

    @Test
    void a_removed_calendar_keeps_its_past_days() {
        var over = new Holiday(LocalDate.of(year - 1, 6, 10), "Over");
        var ahead = new Holiday(LocalDate.of(year + 1, 6, 10), "Ahead");
        var calendar = use("PT").text("/id");
        commands.send(
                new SetHolidays(UUID.fromString(calendar), over.date(), List.of(over, ahead), over.date()),
                MetaData.with(Metadata.SOURCE, "test"));

        assertThat(service.delete("/api/holiday-calendars/" + calendar, admin).status())
                .isEqualTo(204);

        var around = "/api/holidays?from=%1$d-06-10&to=%1$d-06-10";
        assertThat(service.get(around.formatted(year - 1), admin).body().toString())
                .contains("Over");
        assertThat(service.get(around.formatted(year + 1), admin).body().toString())
                .doesNotContain("Ahead");
    }

    @Test
    void a_calendar_applies_from_a_day_on() {
        var summer = LocalDate.of(year + 1, 7, 1);
        var used = service.post(
                "/api/holiday-calendars", "{\"country\": \"ES\", \"effectiveFrom\": \"%s\"}".formatted(summer), admin);

        assertThat(used.status()).isEqualTo(201);
        assertThat(daysOf(used.text("/id"))).isNotEmpty().allMatch(day -> !day.isBefore(summer));
        var late = service.post(
                "/api/holiday-calendars",
                "{\"country\": \"ES\", \"effectiveFrom\": \"%s\"}".formatted(today.minusDays(2)),
                admin);
        assertThat(late.status()).isEqualTo(400);
        assertThat(late.text("/errors/0/pointer")).isEqualTo("/effectiveFrom");
    }

    @Test
    void a_past_day_does_not_become_a_holiday() {
        var refused = service.put("/api/holidays/" + today.minusDays(2), "{\"name\": \"Late\"}", admin);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/reason")).isEqualTo("day-is-over");
    }

    @ParameterizedTest
    @CsvSource({"+999999999-12-30", "-999999999-01-01", "0001-01-01", "+10000-01-01"})
    void a_day_too_far_away_is_refused_and_the_calendar_still_works(String day) {
        var path = "/api/holidays/" + day.replace("+", "%2B");

        assertThat(service.put(path, "{\"name\": \"Never\"}", admin).status()).isEqualTo(400);
        assertThat(service.delete(path, admin).status()).isEqualTo(400);
        assertThat(service.get("/api/holidays?from=2026-01-01&to=" + day.replace("+", "%2B"), admin)
                        .status())
                .isEqualTo(400);
        var next = "/api/holidays/%d-09-09".formatted(year + 1);
        assertThat(service.put(next, "{\"name\": \"Still\"}", admin).status()).isEqualTo(200);
        assertThat(service.delete(next, admin).status()).isEqualTo(204);
    }

    @Test
    void a_file_that_is_too_large_is_refused() {
        assertThat(upload(admin, "X".repeat(1024 * 1024 + 1)).statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({
        "MEMBER, read write admin, 403",
        "MANAGER, read write admin, 403",
        "ADMIN, read write, 403",
        "ADMIN, read, 403",
        "ADMIN, read write admin, 201"
    })
    void only_admins_change_holidays(String role, String scope, int status) {
        var asked =
                "Authorization: Bearer " + Tokens.of(UUID.randomUUID(), role, claims -> claims.claim("scope", scope));

        assertThat(service.post("/api/holiday-calendars", "{\"country\": \"AT\"}", asked)
                        .status())
                .isEqualTo(status);
        assertThat(service.put("/api/holidays/%d-07-01".formatted(year + 1), "{\"name\": \"x\"}", asked)
                        .status())
                .isEqualTo(status == 201 ? 200 : status);
        assertThat(upload(asked, "BEGIN:VCALENDAR").statusCode()).isEqualTo(status == 201 ? 400 : status);
        assertThat(service.delete("/api/holidays/%d-07-01".formatted(year + 1), asked)
                        .status())
                .isEqualTo(status == 201 ? 204 : status);
        assertThat(service.delete("/api/holiday-calendars/" + UUID.randomUUID(), asked)
                        .status())
                .isEqualTo(status == 201 ? 404 : status);
        assertThat(service.get(nextYear, asked).status()).isEqualTo(200);
        assertThat(service.get("/api/holiday-calendars", asked).status()).isEqualTo(200);
    }

    @Test
    void holidays_need_a_log_in() {
        assertThat(service.get(nextYear).status()).isEqualTo(401);
        assertThat(service.get("/api/holiday-calendars").status()).isEqualTo(401);
    }

    private Answer use(String country) {
        return service.post("/api/holiday-calendars", "{\"country\": \"%s\"}".formatted(country), admin);
    }

    private Iterable<String> namesOf(String calendar) {
        return service.get(nextYear, admin)
                .body()
                .at("/items")
                .valueStream()
                .filter(day -> day.at("/calendar").asString().equals(calendar))
                .map(day -> day.at("/name").asString())
                .toList();
    }

    private Iterable<LocalDate> daysOf(String calendar) {
        return service.get(nextYear, admin)
                .body()
                .at("/items")
                .valueStream()
                .filter(day -> day.at("/calendar").asString().equals(calendar))
                .map(day -> LocalDate.parse(day.at("/date").asString()))
                .toList();
    }

    private HttpResponse<String> upload(String authorization, String... lines) {
        var body = """
                --feast\r
                Content-Disposition: form-data; name="name"\r
                \r
                Our feasts\r
                --feast\r
                Content-Disposition: form-data; name="calendar"; filename="feasts.ics"\r
                Content-Type: text/calendar\r
                \r
                %s\r
                --feast--\r
                """.formatted(String.join("\r\n", lines));
        var request = AsGateway.request(port, "/api/holiday-calendars")
                .header("Content-Type", "multipart/form-data; boundary=feast")
                .header("Authorization", authorization.substring("Authorization: ".length()))
                .POST(BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
