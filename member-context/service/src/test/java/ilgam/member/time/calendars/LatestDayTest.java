package ilgam.member.time.calendars;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import ilgam.starter.test.Postgres;

import static org.assertj.core.api.Assertions.assertThat;

@DirtiesContext // its context is not shared
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class LatestDayTest {

    private static final Postgres.Context DATABASES = Postgres.context("member");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        DATABASES.register(registry);
    }

    private final JdbcClient db;
    private final LatestDay company;

    LatestDayTest(@Autowired JdbcClient db) {
        this.db = db;
        this.company = new LatestDay(db, Clock.fixed(Instant.parse("2026-11-23T16:00:00Z"), ZoneOffset.UTC));
    }

    @BeforeEach
    void nobodyIsThere() {
        db.sql("truncate member, profile, work_cycle").update();
    }

    @Test
    void without_members_it_is_the_day_in_utc() {
        assertThat(company.today()).isEqualTo(DAY);
    }

    @Test
    void it_is_the_day_in_the_earliest_zone() {
        member("America/New_York", true);
        member("Asia/Seoul", true);

        assertThat(company.today()).isEqualTo(DAY.plusDays(1));
    }

    @Test
    void only_members_count() {
        member("America/New_York", true);
        member("Asia/Seoul", false);

        assertThat(company.today()).isEqualTo(DAY);
    }

    @Test
    void the_zone_of_the_work_cycle_counts_not_that_of_the_profile() {
        var ada = member("Asia/Seoul", true);
        db.sql("""
                        insert into work_cycle (member_id, effective_from, starts_on, length_days, working_days,
                            hours_a_day, time_zone)
                        values (?, '2026-01-05', '2026-01-05', 7, '{MONDAY}', 8, 'America/New_York')
                        """).param(ada).update();

        assertThat(company.today()).isEqualTo(DAY);
    }

    private UUID member(String zone, boolean active) {
        var id = UUID.randomUUID();
        db.sql("""
                        insert into member (id, role, account, active, since, sequence)
                        values (?, 'MEMBER', true, ?, now(), 0)
                        """).params(id, active).update();
        db.sql("""
                        insert into profile (member_id, display_name, sort_name, initials, locale, time_zone, version,
                            display_name_changed_in, locale_changed_in, time_zone_changed_in)
                        values (?, 'Ada', 'ada', 'A', 'en', ?, 0, 0, 0, 0)
                        """).params(id, zone).update();
        return id;
    }
}
