package ilgam.member.web;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import ilgam.member.language.HolidayEvent.Holiday;
import ilgam.member.language.HolidayEvent.HolidaysSet;
import ilgam.member.language.MemberEvent.MemberRegistered;
import ilgam.member.language.MemberEvent.RoleChanged;
import ilgam.member.language.MemberId;
import ilgam.member.language.Role;
import ilgam.member.language.TeamEvent.JoinedTeam;
import ilgam.member.language.TeamEvent.LeftTeam;
import ilgam.member.language.TeamEvent.TeamFormed;
import ilgam.member.language.TeamEvent.TeamRenamed;
import ilgam.member.language.TeamId;
import ilgam.member.language.WorkCalendarEvent.WorkCycleSet;
import ilgam.member.test.RunningMember;
import ilgam.starter.messaging.Metadata;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Events with time stamps of a clock that was set back: the version decides which one is the latest. */
@RunningMember
class ClockWentBackTest {

    private static final Instant MORNING = Instant.parse("2026-11-18T08:00:00Z");
    private static final Instant TEN = Instant.parse("2026-11-18T10:00:00Z");
    private static final Instant BEFORE_TEN = TEN.minusSeconds(60);

    private final MemberId ada = new MemberId(UUID.randomUUID());
    private final MemberId lin = new MemberId(UUID.randomUUID());
    private final TeamId shop = new TeamId(UUID.randomUUID());
    private final UUID calendar = UUID.randomUUID();
    private final UUID workCalendar = UUID.randomUUID();

    private final EventStore events;
    private final JdbcClient db;

    ClockWentBackTest(@Autowired EventStore events, @Autowired JdbcClient db) {
        this.events = events;
        this.db = db;
    }

    @Test
    void a_member_has_the_role_that_was_given_last() {
        happens(ada.value(), 0, MORNING, new MemberRegistered(ada, Role.MEMBER));
        happens(ada.value(), 1, TEN, new RoleChanged(ada, Role.MEMBER, Role.ADMIN));
        happens(ada.value(), 2, BEFORE_TEN, new RoleChanged(ada, Role.ADMIN, Role.MANAGER));

        awaitTrue("select exists (select from member where id = ? and sequence = 2)", ada.value());
        assertThat(text("select role from member where id = ?", ada.value())).isEqualTo("MANAGER");
    }

    @Test
    void a_team_is_what_its_last_change_made_it() {
        happens(shop.value(), 0, MORNING, new TeamFormed(shop, "Shop " + shop, ada));
        happens(shop.value(), 1, TEN, new JoinedTeam(shop, lin));
        happens(shop.value(), 2, TEN, new TeamRenamed(shop, "First " + shop));
        happens(shop.value(), 3, BEFORE_TEN, new TeamRenamed(shop, "Last " + shop));
        happens(shop.value(), 4, BEFORE_TEN, new LeftTeam(shop, lin));

        awaitTrue("select exists (select from team where id = ? and sequence = 4)", shop.value());
        assertThat(text("select name from team where id = ?", shop.value())).isEqualTo("Last " + shop);
        assertThat(text("select string_agg(member_id::text, ' ') from team_member where team_id = ?", shop.value()))
                .isEqualTo(ada.toString());
    }

    @Test
    void a_work_cycle_is_the_one_that_was_set_last() {
        happens(workCalendar, 0, TEN, cycle("Asia/Seoul"));
        happens(workCalendar, 1, BEFORE_TEN, cycle("Europe/Berlin"));

        awaitTrue("select exists (select from work_calendar where member_id = ? and sequence = 1)", lin.value());
        assertThat(text("select time_zone from work_cycle where member_id = ?", lin.value()))
                .isEqualTo("Europe/Berlin");
    }

    @Test
    void holidays_are_those_that_were_set_last() {
        var day = LocalDate.parse("2026-12-24");
        happens(calendar, 0, TEN, new HolidaysSet(calendar, List.of(new Holiday(day, "First"))));
        happens(calendar, 1, BEFORE_TEN, new HolidaysSet(calendar, List.of(new Holiday(day, "Last"))));

        awaitTrue("select exists (select from holiday_version where calendar = ? and sequence = 1)", calendar);
        assertThat(text("select name from holiday where calendar = ?", calendar))
                .isEqualTo("Last");
    }

    private WorkCycleSet cycle(String zone) {
        var monday = LocalDate.parse("2026-11-16");
        return new WorkCycleSet(lin, monday, monday, 7, List.of(DayOfWeek.MONDAY), BigDecimal.valueOf(8), zone);
    }

    private void happens(UUID aggregate, long sequence, Instant at, Object event) {
        events.publish(new GenericDomainEventMessage<>(
                "Test",
                aggregate.toString(),
                sequence,
                event,
                Map.of(Metadata.OCCURRED_AT, at.toString(), Metadata.SOURCE, "web")));
    }

    private void awaitTrue(String sql, UUID id) {
        await().atMost(10, SECONDS)
                .until(() -> db.sql(sql).param(id).query(Boolean.class).single());
    }

    private String text(String sql, UUID id) {
        return db.sql(sql).param(id).query(String.class).single();
    }
}
