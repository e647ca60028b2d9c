package ilgam.work.api;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import ilgam.member.language.CompanyEvent.CompanyZoneSet;
import ilgam.member.language.MemberId;
import ilgam.member.language.WorkCalendarEvent.WorkCycleSet;
import ilgam.work.Feed;
import ilgam.work.Story;
import ilgam.work.language.Visibility;

import static ilgam.work.api.Reading.ADA;
import static ilgam.work.api.Reading.EVE;
import static ilgam.work.api.Reading.LIN;
import static ilgam.work.api.Reading.NOW;
import static org.assertj.core.api.Assertions.assertThat;

/** What is overdue, due today and due this week, where the assignee's work cycle is at home, or else the company. */
class WhoseDayTest {

    private static final UUID COMPANY = UUID.fromString("0197a000-0000-7000-8000-0000000000c0");
    private static final Instant START = NOW.minus(Duration.ofDays(100));

    private final Reading reading = new Reading();

    @AfterEach
    void close() {
        reading.close();
    }

    @Test
    void a_list_goes_by_the_companys_day_unless_another_is_asked_for() {
        var web = reading.project("WEB", Visibility.OPEN, START, ADA);
        for (int day = 15; day <= 20; day++)
            Story.of(web, day).due("2026-11-" + day).opens(reading.feed, START, ADA);
        assertOverdue("", "WEB-15 WEB-16 WEB-17");

        company(NOW.minusSeconds(60), "Pacific/Kiritimati");

        assertOverdue("", "WEB-15 WEB-16 WEB-17 WEB-18");
        assertThat(list("due=overdue&tz=Pacific/Kiritimati")).isEqualTo(list("due=overdue"));
        assertOverdue("&tz=UTC", "WEB-15 WEB-16 WEB-17");
        assertThat(list("due=today")).isEqualTo("WEB-19");
        assertThat(reading.json("/api/work-items?due=overdue&count=true")
                        .path("total")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void the_day_of_the_assignees_work_cycle_comes_before_the_companys() {
        company(START, "Asia/Seoul");
        cycle(LIN, "2026-10-01", "Pacific/Kiritimati");
        cycle(EVE, "2026-12-01", "Pacific/Kiritimati");
        var web = reading.project("WEB", Visibility.OPEN, START, ADA);
        Story.of(web, 1).heldBy(ADA).due("2026-11-18").opens(reading.feed, START, ADA);
        Story.of(web, 2).heldBy(LIN).due("2026-11-18").opens(reading.feed, START, ADA);
        Story.of(web, 3).heldBy(EVE).due("2026-11-18").opens(reading.feed, START, ADA);
        Story.of(web, 4).due("2026-11-18").opens(reading.feed, START, ADA);
        Story.of(web, 5).heldBy(LIN).due("2026-11-19").opens(reading.feed, START, ADA);
        reading.feed.read();

        assertOverdue("", "WEB-2");
        assertThat(list("due=today")).isEqualTo("WEB-1 WEB-3 WEB-4 WEB-5");
        assertOverdue("&tz=Pacific/Kiritimati", "WEB-1 WEB-2 WEB-3 WEB-4");
        assertThat(list("due=today&at=2026-12-02T12:00:00Z")).isEmpty();
        assertThat(list("due=today&at=2026-11-17T16:00:00Z")).isEqualTo("WEB-1 WEB-2 WEB-3 WEB-4");
        assertThat(mine(LIN, "")).isEqualTo("2026-11-19 overdue WEB-2 today WEB-5");
        assertThat(mine(ADA, "")).isEqualTo("2026-11-18 overdue  today WEB-1");
        assertThat(mine(ADA, "?tz=Pacific/Kiritimati")).isEqualTo("2026-11-19 overdue WEB-1 today ");
    }

    @Test
    void a_week_begins_where_the_assignee_is() {
        company(START, "UTC");
        cycle(LIN, "2026-10-01", "Pacific/Kiritimati");
        var web = reading.project("WEB", Visibility.OPEN, START, ADA);
        Story.of(web, 1).heldBy(ADA).due("2026-11-22").opens(reading.feed, START, ADA);
        Story.of(web, 2).heldBy(LIN).due("2026-11-22").opens(reading.feed, START, ADA);
        Story.of(web, 3).heldBy(LIN).due("2026-11-29").opens(reading.feed, START, ADA);
        reading.feed.read();

        assertThat(list("due=week&at=2026-11-22T12:00:00Z")).isEqualTo("WEB-1 WEB-3");
        assertThat(list("due=week&at=2026-11-22T09:00:00Z")).isEqualTo("WEB-1 WEB-2");
    }

    @Test
    void the_past_goes_by_where_the_company_was_then() {
        company(NOW.minus(Duration.ofDays(2)), "Pacific/Kiritimati");
        company(NOW.minus(Duration.ofDays(1)), "Pacific/Pago_Pago");
        var web = reading.project("WEB", Visibility.OPEN, START, ADA);
        Story.of(web, 1).due("2026-11-16").opens(reading.feed, START, ADA);
        Story.of(web, 2).due("2026-11-17").opens(reading.feed, START, ADA);
        reading.feed.read();

        assertThat(list("due=today&at=2026-11-18T10:00:00Z")).isEqualTo("WEB-2");
        assertThat(list("due=today&at=2026-11-17T12:00:00Z")).isEqualTo("WEB-2");
        assertThat(list("due=overdue&at=2026-11-17T12:00:00Z")).isEqualTo("WEB-1");
        assertThat(list("due=today&at=2026-11-17T11:59:59Z")).isEmpty();
        assertThat(list("due=overdue&at=2026-11-17T11:59:59Z")).isEqualTo("WEB-1 WEB-2");
        assertThat(list("due=today&at=2026-11-15T11:00:00Z")).isEqualTo("WEB-1");
        assertThat(list("due=today&at=2026-11-16T11:00:00Z")).isEqualTo("WEB-2");
        assertThat(list("due=..2026-11-16&at=2026-11-17T11:00:00Z")).isEqualTo("WEB-1");
    }

    @Test
    void every_list_is_what_a_plain_reading_finds() {
        var random = new Random(12);
        var zones = List.of("Pacific/Kiritimati", "Asia/Seoul", "UTC", "America/St_Johns", "Pacific/Pago_Pago");
        var members = new ArrayList<@Nullable UUID>();
        members.add(null);
        for (int i = 0; i < 8; i++) members.add(new UUID(9, i));
        var homes = members.stream()
                .filter(member -> member != null && member.getLeastSignificantBits() % 4 > 0)
                .collect(Collectors.toMap(member -> member, _ -> zones.get(random.nextInt(zones.size()))));
        var company = "America/St_Johns";
        company(START, company);
        homes.forEach((member, zone) -> cycle(member, "2026-01-01", zone));
        var web = reading.project("WEB", Visibility.OPEN, START, ADA);
        record Told(String key, @Nullable UUID assignee, LocalDate due) {}
        var all = new ArrayList<Told>();
        for (int number = 1; number <= 150; number++) {
            var assignee = members.get(random.nextInt(members.size()));
            var due = LocalDate.parse("2026-11-08").plusDays(random.nextInt(20));
            var story = Story.of(web, number).due(due.toString());
            (assignee == null ? story : story.heldBy(assignee)).opens(reading.feed, START, ADA);
            all.add(new Told("WEB-" + number, assignee, due));
        }
        reading.feed.read();

        for (var at : List.of("2026-11-18T09:30:00Z", "2026-11-18T12:00:00Z", "2026-11-22T23:30:00Z")) {
            Function<Told, LocalDate> today = told -> LocalDate.ofInstant(
                    Instant.parse(at),
                    ZoneId.of(told.assignee() == null ? company : homes.getOrDefault(told.assignee(), company)));
            Function<Predicate<Told>, List<String>> those =
                    counts -> all.stream().filter(counts).map(Told::key).toList();
            assertThat(keys("due=overdue&at=" + at))
                    .containsExactlyInAnyOrderElementsOf(
                            those.apply(told -> told.due().isBefore(today.apply(told))));
            assertThat(keys("due=today&at=" + at))
                    .containsExactlyInAnyOrderElementsOf(
                            those.apply(told -> told.due().equals(today.apply(told))));
            assertThat(keys("due=week&at=" + at)).containsExactlyInAnyOrderElementsOf(those.apply(told -> {
                var monday = today.apply(told).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                return !told.due().isBefore(monday) && told.due().isBefore(monday.plusDays(7));
            }));
        }
    }

    private void assertOverdue(String more, String keys) {
        reading.feed.read();
        assertThat(list("due=overdue" + more)).isEqualTo(keys);
    }

    private String list(String query) {
        return String.join(" ", keys(query));
    }

    private List<String> keys(String query) {
        return reading.keys("/api/work-items?limit=200&sort=key&" + query);
    }

    private String mine(UUID member, String query) {
        var mine = reading.as(Feed.member(member)).json("/api/my-work" + query);
        reading.as(Feed.member(ADA));
        return mine.path("day").asString() + " overdue "
                + String.join(" ", Reading.keys(mine.at("/overdue/items"))) + " today "
                + String.join(" ", Reading.keys(mine.at("/today/items")));
    }

    private void company(Instant at, String zone) {
        reading.feed.happens(at, ADA, "web", COMPANY, new CompanyZoneSet(COMPANY, zone));
    }

    private void cycle(UUID member, String from, String zone) {
        reading.feed.happens(
                START,
                member,
                "web",
                UUID.nameUUIDFromBytes(member.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                new WorkCycleSet(
                        new MemberId(member),
                        LocalDate.parse(from),
                        LocalDate.parse(from),
                        14,
                        List.of(DayOfWeek.MONDAY),
                        BigDecimal.valueOf(8),
                        zone));
    }
}
