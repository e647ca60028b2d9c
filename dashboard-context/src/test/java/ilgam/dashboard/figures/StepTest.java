package ilgam.dashboard.figures;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.time.Instant.parse;
import static org.assertj.core.api.Assertions.assertThat;

class StepTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void points_are_both_ends_and_every_boundary_between() {
        assertThat(Step.WEEK.points(parse("2026-03-04T10:00:00Z"), parse("2026-03-17T10:00:00Z"), ZoneOffset.UTC))
                .containsExactly(
                        parse("2026-03-04T10:00:00Z"),
                        parse("2026-03-09T00:00:00Z"),
                        parse("2026-03-16T00:00:00Z"),
                        parse("2026-03-17T10:00:00Z"));
    }

    @Test
    void an_end_on_a_boundary_is_one_point() {
        var monday = parse("2026-03-09T00:00:00Z");
        assertThat(Step.DAY.points(monday, parse("2026-03-10T00:00:00Z"), ZoneOffset.UTC))
                .hasSize(2);
        assertThat(Step.DAY.points(monday, monday, ZoneOffset.UTC)).containsExactly(monday);
    }

    @Test
    void days_start_in_the_requested_zone_even_when_the_clocks_change() {
        assertThat(Step.DAY.points(parse("2026-03-28T23:00:00Z"), parse("2026-03-30T22:00:00Z"), BERLIN))
                .containsExactly(
                        parse("2026-03-28T23:00:00Z"), parse("2026-03-29T22:00:00Z"), parse("2026-03-30T22:00:00Z"));
    }

    @Test
    void a_repeated_hour_has_two_points() {
        assertThat(Step.HOUR.points(parse("2026-10-25T00:00:00Z"), parse("2026-10-25T03:00:00Z"), BERLIN))
                .hasSize(4);
    }

    @Test
    void a_day_that_a_zone_skipped_has_no_period() {
        var apia = ZoneId.of("Pacific/Apia");
        assertThat(Step.DAY.periods(parse("2011-12-29T12:00:00Z"), parse("2011-12-31T12:00:00Z"), apia))
                .extracting(start -> Step.DAY.label(start, apia))
                .containsExactly("2011-12-29", "2011-12-31", "2012-01-01");
    }

    @Test
    void weeks_are_named_by_the_year_with_most_of_their_days() {
        assertThat(Step.WEEK.label(parse("2015-12-28T00:00:00Z"), ZoneOffset.UTC))
                .isEqualTo("2015-W53");
        assertThat(Step.WEEK.label(parse("2018-12-31T00:00:00Z"), ZoneOffset.UTC))
                .isEqualTo("2019-W01");
        assertThat(Step.MONTH.label(parse("2016-03-01T00:00:00Z"), ZoneOffset.UTC))
                .isEqualTo("2016-03");
    }

    @Test
    void generation_stops_at_the_limit() {
        assertThat(Step.HOUR.points(Range.EARLIEST, Range.LATEST, ZoneOffset.UTC))
                .hasSize(Step.MOST + 1);
        assertThat(Step.DAY.periods(Range.EARLIEST, Range.LATEST, ZoneOffset.UTC))
                .hasSize(Step.MOST + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Australia/Lord_Howe", "America/Sao_Paulo", "Asia/Kathmandu", "Pacific/Apia", "UTC"})
    void points_ascend_in_every_zone(String zone) {
        var start = parse("2011-01-01T00:00:00Z");
        for (var step : Step.values())
            for (int day = 0; day < 365; day++) {
                Instant from = start.plus(Duration.ofMinutes(1_440L * day + day));
                var points = step.points(from, from.plus(Duration.ofDays(3)), ZoneId.of(zone));
                assertThat(IntStream.range(1, points.size()))
                        .allMatch(point -> points.get(point - 1).isBefore(points.get(point)));
            }
    }
}
