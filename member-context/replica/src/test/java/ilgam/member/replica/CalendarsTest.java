package ilgam.member.replica;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import ilgam.member.language.CompanyEvent.CompanyZoneSet;
import ilgam.member.language.CyclePeriod;
import ilgam.member.language.MemberId;
import ilgam.member.language.WorkCalendarEvent.WorkCycleCancelled;
import ilgam.member.language.WorkCalendarEvent.WorkCycleSet;
import ilgam.starter.test.FedProjections;
import ilgam.starter.test.Postgres;

import static org.assertj.core.api.Assertions.assertThat;

/** The company's days, those of members, and their work cycles. */
class CalendarsTest {

    private static final UUID COMPANY = new UUID(1, 1);
    private static final MemberId ADA = new MemberId(new UUID(2, 1));
    private static final MemberId LIN = new MemberId(new UUID(2, 2));
    private static final MemberId EVE = new MemberId(new UUID(2, 3));

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final ZoneId ISLANDS = ZoneId.of("Pacific/Kiritimati");
    private static final ZoneId SAMOA = ZoneId.of("Pacific/Pago_Pago");

    /** In Seoul the 18th at 20:00, on the Line Islands the 19th, on Samoa still the 18th at 00:00. */
    private static final Instant NOW = Instant.parse("2026-11-18T11:00:00Z");

    private static final LocalDate THE_18TH = LocalDate.parse("2026-11-18");
    private static final LocalDate THE_19TH = LocalDate.parse("2026-11-19");

    private final FedProjections replica = new FedProjections(
            Postgres.context("work").migrated().dataSource(), beans -> beans.register(MemberReplica.class));
    private final Days days = replica.the(Days.class);

    @AfterEach
    void close() {
        replica.close();
    }

    @Test
    void the_companys_zone_is_that_of_the_instant_and_the_first_one_applies_before_it() {
        company("2026-11-01T00:00:00Z", SEOUL);
        company("2026-11-10T00:00:00Z", ISLANDS);

        var zone = replica.the(CompanyZone.class);
        assertThat(zone.at(Instant.parse("2020-01-01T00:00:00Z"))).isEqualTo(SEOUL);
        assertThat(zone.at(Instant.parse("2026-11-09T00:00:00Z"))).isEqualTo(SEOUL);
        assertThat(zone.at(NOW)).isEqualTo(ISLANDS);
    }

    @Test
    void everybody_has_the_companys_day_when_no_work_cycle_is_elsewhere() {
        company("2026-11-01T00:00:00Z", SEOUL);
        cycle(ADA, "2026-10-05", SEOUL);

        assertThat(days.at(NOW, null)).isEqualTo(Today.everywhere(THE_18TH));
    }

    @Test
    void members_whose_work_cycle_is_elsewhere_have_that_days_date() {
        company("2026-11-01T00:00:00Z", SEOUL);
        cycle(ADA, "2026-10-05", SEOUL);
        cycle(LIN, "2026-10-05", ISLANDS);
        cycle(EVE, "2026-10-05", ISLANDS);
        cycle(EVE, "2026-11-02", SAMOA);

        var today = days.at(NOW, null);

        assertThat(today.day()).isEqualTo(THE_18TH);
        assertThat(today.elsewhere()).isEqualTo(Map.of(THE_19TH, List.of(LIN.value())));
    }

    @Test
    void a_cycle_counts_from_the_day_on_which_it_begins_in_its_own_zone() {
        company("2026-11-01T00:00:00Z", SEOUL);
        cycle(LIN, "2026-11-19", ISLANDS);
        cycle(EVE, "2026-11-20", ISLANDS);

        assertThat(days.at(NOW, null).elsewhere()).isEqualTo(Map.of(THE_19TH, List.of(LIN.value())));
    }

    @Test
    void a_requested_zone_overrides_all_others() {
        company("2026-11-01T00:00:00Z", SEOUL);
        cycle(LIN, "2026-10-05", ISLANDS);

        assertThat(days.at(NOW, ISLANDS)).isEqualTo(Today.everywhere(THE_19TH));
        assertThat(days.zone(NOW, ISLANDS)).isEqualTo(ISLANDS);
        assertThat(days.zone(NOW, null)).isEqualTo(SEOUL);
    }

    @Test
    void a_cancelled_work_cycle_no_longer_applies() {
        cycle(ADA, "2026-10-05", SEOUL);
        cycle(ADA, "2026-11-16", ISLANDS);
        happens(ADA.value(), new WorkCycleCancelled(ADA, LocalDate.parse("2026-11-16")));

        var cycles = replica.the(WorkCycles.class).of(ADA.value());
        assertThat(cycles.zone(NOW, SAMOA)).isEqualTo(SEOUL);
        assertThat(cycles.on(THE_18TH))
                .isEqualTo(new CyclePeriod(LocalDate.parse("2026-11-16"), LocalDate.parse("2026-11-29")));
    }

    private void company(String at, ZoneId zone) {
        var set = new CompanyZoneSet(COMPANY, zone.getId());
        replica.handle(List.of(replica.event(Instant.parse(at), COMPANY, set, Map.of())));
    }

    private void cycle(MemberId member, String from, ZoneId zone) {
        var day = LocalDate.parse(from);
        happens(
                member.value(),
                new WorkCycleSet(member, day, day, 14, List.of(DayOfWeek.MONDAY), BigDecimal.valueOf(8), zone.getId()));
    }

    private void happens(UUID aggregate, Object event) {
        replica.handle(List.of(replica.event(NOW, aggregate, event, Map.of())));
    }
}
