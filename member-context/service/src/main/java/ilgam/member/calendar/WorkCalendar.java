package ilgam.member.calendar;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import ilgam.member.calendar.CalendarCommand.CancelLeave;
import ilgam.member.calendar.CalendarCommand.SetWorkCycle;
import ilgam.member.calendar.CalendarCommand.TakeLeave;
import ilgam.member.language.WorkCalendarEvent.LeaveCancelled;
import ilgam.member.language.WorkCalendarEvent.LeaveTaken;
import ilgam.member.language.WorkCalendarEvent.WorkCycleSet;

import static ilgam.member.calendar.CalendarRefused.Reason.LEAVE_IS_OVER;
import static ilgam.member.calendar.CalendarRefused.Reason.LEAVE_OVERLAPS;
import static ilgam.member.calendar.CalendarRefused.Reason.STALE;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

/** A member's own calendar: their rhythm of work and their leave. Asking for what already is changes nothing. */
@Aggregate
class WorkCalendar {

    @AggregateIdentifier
    private @Nullable CalendarId id;

    private final TreeMap<LocalDate, Rhythm> rhythms = new TreeMap<>();
    private final Map<UUID, Leave> leave = new HashMap<>();
    private final Map<UUID, Long> takenIn = new HashMap<>();
    private long rhythmSetIn = -1;
    private long leaveChangedIn = -1;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(SetWorkCycle ask) {
        mustHaveBeenSeen(rhythmSetIn, ask.ifVersion());
        if (!holds(ask)) apply(event(ask));
        return version();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(TakeLeave ask) {
        if (leave.containsKey(ask.leave())) return version();
        mustHaveBeenSeen(leaveChangedIn, ask.ifVersion());
        mustBeFree(ask.days());
        apply(new LeaveTaken(
                ask.member(),
                ask.leave(),
                ask.days().from(),
                ask.days().to(),
                ask.days().part()));
        return version();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(CancelLeave ask) {
        var taken = leave.get(ask.leave());
        if (taken == null) return version();
        mustHaveBeenSeen(takenIn.getOrDefault(ask.leave(), -1L), ask.ifVersion());
        mustNotBeOver(taken, ask.today());
        apply(new LeaveCancelled(ask.member(), ask.leave()));
        return version();
    }

    @EventSourcingHandler
    void on(WorkCycleSet set, @SequenceNumber long version) {
        id = CalendarId.of(set.member());
        rhythmSetIn = version;
        rhythms.put(
                set.effectiveFrom(),
                new Rhythm(set.startsOn(), set.lengthDays(), set.workingDays(), set.hoursADay(), set.timeZone()));
    }

    @EventSourcingHandler
    void on(LeaveTaken taken, @SequenceNumber long version) {
        id = CalendarId.of(taken.member());
        leaveChangedIn = version;
        takenIn.put(taken.leave(), version);
        leave.put(taken.leave(), new Leave(taken.from(), taken.to(), taken.part()));
    }

    @EventSourcingHandler
    void on(LeaveCancelled cancelled, @SequenceNumber long version) {
        leaveChangedIn = version;
        leave.remove(cancelled.leave());
        takenIn.remove(cancelled.leave());
    }

    /** The version of a calendar to which nothing happened yet is below that of the first event. */
    private long version() {
        return id == null ? -1 : getVersion();
    }

    private boolean holds(SetWorkCycle ask) {
        var holding = rhythms.floorEntry(ask.effectiveFrom());
        return holding != null && holding.getValue().equals(ask.rhythm());
    }

    private static WorkCycleSet event(SetWorkCycle ask) {
        var rhythm = ask.rhythm();
        return new WorkCycleSet(
                ask.member(),
                ask.effectiveFrom(),
                rhythm.startsOn(),
                rhythm.lengthDays(),
                rhythm.workingDays(),
                rhythm.hoursADay(),
                rhythm.timeZone());
    }

    private void mustBeFree(Leave days) {
        if (leave.values().stream().anyMatch(days::overlaps))
            throw new CalendarRefused(
                    LEAVE_OVERLAPS, "You have leave on some of these days already. Cancel it first, or choose others.");
    }

    private static void mustHaveBeenSeen(long change, @Nullable Long seen) {
        if (seen != null && change > seen)
            throw new CalendarRefused(
                    STALE, "Your calendar was changed in the meantime. Load it again, then repeat the change.");
    }

    private static void mustNotBeOver(Leave taken, LocalDate today) {
        if (taken.isOverOn(today))
            throw new CalendarRefused(LEAVE_IS_OVER, "This leave is over, so it stays as it was.");
    }

    WorkCalendar() {} // Axon replays events into it
}
