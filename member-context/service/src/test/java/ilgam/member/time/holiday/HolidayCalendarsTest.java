package ilgam.member.time.holiday;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import ilgam.starter.security.Caller;
import ilgam.starter.test.Postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@DirtiesContext // its context is not shared
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class HolidayCalendarsTest {

    private static final Postgres.Context DATABASES = Postgres.context("member");

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        DATABASES.register(registry);
    }

    @Autowired
    private HolidayCalendars calendars;

    @Autowired
    private CalendarRows rows;

    @Autowired
    private JdbcClient db;

    private final Caller admin = new Caller(UUID.randomUUID(), "ADMIN", Set.of("admin"), Set.of(), Set.of(), "web");

    @Test
    void the_days_of_coming_years_are_added() {
        var nearestYears =
                calendars.useCountry("FI", LocalDate.now(ZoneOffset.UTC).plusYears(1), admin);
        var known = days(nearestYears);
        db.sql("update holiday_calendar set effective_from = current_date where id = ?")
                .param(nearestYears)
                .update();

        calendars.topUp();

        await().untilAsserted(() -> assertThat(days(nearestYears)).isGreaterThan(known));
    }

    @Test
    void a_calendar_that_is_withdrawn_while_a_sweep_computes_its_days_stays_withdrawn() {
        var id = calendars.useCountry("NO", LocalDate.now(ZoneOffset.UTC), admin);
        var seenBySweep = rows.computed().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();
        calendars.withdraw(id, admin);

        var withdrawn = version(id);

        calendars.topUp(seenBySweep);

        await().untilAsserted(() -> assertThat(version(id)).isEqualTo(withdrawn + 2)); // set, and withdrawn again
        assertThat(days(id)).isZero();
    }

    private long version(UUID calendar) {
        return db.sql("select sequence from holiday_version where calendar = ?")
                .param(calendar)
                .query(Long.class)
                .single();
    }

    private int days(UUID calendar) {
        return db.sql("select count(*) from holiday where calendar = ?")
                .param(calendar)
                .query(Integer.class)
                .single();
    }
}
