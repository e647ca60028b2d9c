package ilgam.member.time.api;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberId;
import ilgam.member.people.api.Entries;
import ilgam.member.text.Days;
import ilgam.member.time.calendar.CalendarCommand;
import ilgam.member.time.calendar.CalendarCommand.CancelLeave;
import ilgam.member.time.calendar.CalendarCommand.CancelWorkCycle;
import ilgam.member.time.calendar.CalendarCommand.SetWorkCycle;
import ilgam.member.time.calendar.CalendarCommand.TakeLeave;
import ilgam.member.time.calendar.CalendarId;
import ilgam.member.time.calendar.Leave;
import ilgam.member.time.calendar.WorkCycle;
import ilgam.member.time.calendars.Calendars;
import ilgam.member.time.calendars.Day;
import ilgam.member.time.calendars.LeaveView;
import ilgam.member.time.calendars.WorkCycles;
import ilgam.member.web.NotFound;
import ilgam.starter.projection.ConsistentCommands;
import ilgam.starter.projection.ConsistentCommands.Shown;
import ilgam.starter.refusal.CommonReason;
import ilgam.starter.security.Caller;
import ilgam.starter.web.Refused;

/** Application service for work calendars: sends the command and answers from the projection. */
@Component
class CalendarService {

    private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    private final ConsistentCommands commands;
    private final Calendars calendars;
    private final Entries entries;
    private final Clock clock;

    CalendarService(ConsistentCommands commands, Calendars calendars, Entries entries, Clock clock) {
        this.commands = commands;
        this.calendars = calendars;
        this.entries = entries;
        this.clock = clock;
    }

    WorkCycles workCycles(Caller caller) {
        return calendars.workCyclesOf(new MemberId(caller.member()));
    }

    LocalDate today(String zone) {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of(zone));
    }

    /** Today in the member's time zone. */
    LocalDate today(WorkCycles workCycles) {
        return workCycles.today(clock.instant());
    }

    /**
     * The calendar's version. To be read before the data that is shown, so that a change in between counts as unseen.
     */
    long version(Caller caller) {
        return calendars.versionOf(new MemberId(caller.member()));
    }

    /**
     * The later of today in the member's present zone and in the given one, so that moving does not reopen a past day.
     */
    LocalDate todayAlsoIn(String zone, Caller caller) {
        var here = today(workCycles(caller));
        var there = today(zone);
        return there.isAfter(here) ? there : here;
    }

    void set(LocalDate effectiveFrom, WorkCycle workCycle, LocalDate today, @Nullable Long seen, Caller caller) {
        var member = new MemberId(caller.member());
        send(new SetWorkCycle(CalendarId.of(member), member, effectiveFrom, workCycle, today, seen), caller);
    }

    void cancel(LocalDate effectiveFrom, @Nullable Long seen, Caller caller) {
        var workCycle = workCycles(caller).inOrder().stream()
                .filter(dated -> effectiveFrom.equals(dated.effectiveFrom()))
                .findFirst()
                .orElseThrow(() -> NotFound.because("You have no work cycle that takes effect on this date."))
                .workCycle();
        var member = new MemberId(caller.member());
        var today = todayAlsoIn(workCycle.timeZone(), caller);
        send(new CancelWorkCycle(CalendarId.of(member), member, effectiveFrom, today, seen), caller);
    }

    LeaveView take(UUID id, Leave days, @Nullable Long seen, Caller caller) {
        var member = new MemberId(caller.member());
        send(new TakeLeave(CalendarId.of(member), member, id, days, today(workCycles(caller)), seen), caller);
        return leave(id, caller);
    }

    void cancel(UUID id, @Nullable Long seen, Caller caller) {
        leave(id, caller);
        var member = new MemberId(caller.member());
        send(new CancelLeave(CalendarId.of(member), member, id, today(workCycles(caller)), seen), caller);
    }

    List<LeaveView> leave(@Nullable LocalDate from, @Nullable LocalDate to, Caller caller) {
        return calendars.leaveOf(
                new MemberId(caller.member()),
                from == null ? EARLIEST : within(from),
                to == null ? LATEST : within(to));
    }

    List<Day> days(MemberId member, LocalDate from, LocalDate to) {
        return days(List.of(member.value()), from, to).getOrDefault(member.value(), List.of());
    }

    /** The days of those members who are in the directory. */
    Map<UUID, List<Day>> days(List<UUID> members, LocalDate from, LocalDate to) {
        return calendars.daysOf(entries.known(members), from, to);
    }

    /** Refuses a range of days that is reversed, too long or too far away. */
    static void mustSpan(LocalDate from, LocalDate to, int most) {
        if (!Days.canBePlanned(from) || !Days.canBePlanned(to))
            throw new Refused(
                    HttpStatus.BAD_REQUEST,
                    CommonReason.BAD_PARAMETER,
                    "'from' and 'to' must not be too far away.",
                    Map.of("parameter", List.of("from", "to")));
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= most)
            throw new Refused(
                    HttpStatus.BAD_REQUEST,
                    CommonReason.BAD_PARAMETER,
                    "'from' must not be later than 'to', and the range is limited to {most} days.",
                    Map.of("parameter", List.of("from", "to"), "most", most));
    }

    static LocalDate inReach(LocalDate day) {
        if (Days.canBePlanned(day)) return day;
        throw new Refused(
                HttpStatus.BAD_REQUEST,
                CommonReason.BAD_PARAMETER,
                "'{parameter}' must not be too far away.",
                Map.of("parameter", "on"));
    }

    private static LocalDate within(LocalDate day) {
        if (day.isBefore(EARLIEST)) return EARLIEST;
        return day.isAfter(LATEST) ? LATEST : day;
    }

    private LeaveView leave(UUID id, Caller caller) {
        return calendars
                .leave(new MemberId(caller.member()), id)
                .orElseThrow(() -> NotFound.because("You have no leave with this id."));
    }

    private void send(CalendarCommand command, Caller caller) {
        commands.sendAndAwait(
                command,
                caller,
                new Shown(
                        "calendars", command.calendar(), version -> calendars.versionOf(command.member()) >= version));
    }
}
