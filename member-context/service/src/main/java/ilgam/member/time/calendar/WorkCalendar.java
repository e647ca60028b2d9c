package ilgam.member.time.calendar;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

import ilgam.member.language.WorkCalendarEvent.LeaveCancelled;
import ilgam.member.language.WorkCalendarEvent.LeaveTaken;
import ilgam.member.language.WorkCalendarEvent.WorkCycleCancelled;
import ilgam.member.language.WorkCalendarEvent.WorkCycleSet;
import ilgam.member.time.calendar.CalendarCommand.CancelLeave;
import ilgam.member.time.calendar.CalendarCommand.CancelWorkCycle;
import ilgam.member.time.calendar.CalendarCommand.SetWorkCycle;
import ilgam.member.time.calendar.CalendarCommand.TakeLeave;
import ilgam.starter.locking.FieldVersions;
import ilgam.starter.snapshots.Snapshotted;

import static ilgam.member.time.calendar.CalendarRefused.Reason.LEAVE_IS_OVER;
import static ilgam.member.time.calendar.CalendarRefused.Reason.LEAVE_OVERLAPS;
import static ilgam.member.time.calendar.CalendarRefused.Reason.STALE;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

/** A member's own calendar: their work cycle and their leave. A command that would change nothing is a no-op. */
@Aggregate(snapshotTriggerDefinition = "lastOccurrence")
class WorkCalendar implements Snapshotted {

    @AggregateIdentifier
    private @Nullable CalendarId id;

    private final TreeMap<LocalDate, WorkCycle> workCycles = new TreeMap<>();
    private final Map<UUID, Leave> leave = new HashMap<>();
    private final Set<UUID> ended = new HashSet<>();
    private final FieldVersions<Field> versions = new FieldVersions<>();
    private final FieldVersions<UUID> leaveVersions = new FieldVersions<>();

    private enum Field {
        WORK_CYCLES,
        LEAVE
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(SetWorkCycle command) {
        mustHaveBeenSeen(Field.WORK_CYCLES, command.ifVersion());
        DayRules.mustNotBeOver(command.effectiveFrom(), command.today());
        DayRules.mustBeInReach(command.effectiveFrom());
        DayRules.mustBeInReach(command.workCycle().startsOn());
        if (!holds(command)) apply(event(command));
        return version();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(CancelWorkCycle command) {
        if (!workCycles.containsKey(command.effectiveFrom())) return version();
        mustHaveBeenSeen(Field.WORK_CYCLES, command.ifVersion());
        DayRules.mustNotHaveBegun(command.effectiveFrom(), command.today());
        apply(new WorkCycleCancelled(command.member(), command.effectiveFrom()));
        return version();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(TakeLeave command) {
        if (leave.containsKey(command.leave())) return version();
        mustHaveBeenSeen(Field.LEAVE, command.ifVersion());
        DayRules.mustBeRecent(command.days(), command.today());
        DayRules.mustBeInReach(command.days().from());
        DayRules.mustBeInReach(command.days().to());
        mustBeFree(command.days());
        apply(new LeaveTaken(
                command.member(),
                command.leave(),
                command.days().from(),
                command.days().to(),
                command.days().part()));
        return version();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(CancelLeave command) {
        var taken = leave.get(command.leave());
        if (taken == null) return version();
        if (leaveVersions.changedSince(command.ifVersion(), command.leave())) throw stale();
        mustNotHaveEnded(command.leave());
        DayRules.mustNotBeLongOver(taken, command.today());
        apply(new LeaveCancelled(
                command.member(), command.leave(), taken.isUnderWayOn(command.today()) ? command.today() : null));
        return version();
    }

    @EventSourcingHandler
    void on(WorkCycleSet set, @SequenceNumber long version) {
        id = CalendarId.of(set.member());
        versions.changed(Field.WORK_CYCLES, version);
        workCycles.put(
                set.effectiveFrom(),
                new WorkCycle(set.startsOn(), set.lengthDays(), set.workingDays(), set.hoursADay(), set.timeZone()));
    }

    @EventSourcingHandler
    void on(WorkCycleCancelled cancelled, @SequenceNumber long version) {
        versions.changed(Field.WORK_CYCLES, version);
        workCycles.remove(cancelled.effectiveFrom());
    }

    @EventSourcingHandler
    void on(LeaveTaken taken, @SequenceNumber long version) {
        id = CalendarId.of(taken.member());
        versions.changed(Field.LEAVE, version);
        leaveVersions.changed(taken.leave(), version);
        ended.remove(taken.leave());
        leave.put(taken.leave(), new Leave(taken.from(), taken.to(), taken.part()));
    }

    @EventSourcingHandler
    void on(LeaveCancelled cancelled, @SequenceNumber long version) {
        versions.changed(Field.LEAVE, version);
        ended.add(cancelled.leave());
        leaveVersions.changed(cancelled.leave(), version);
        leave.computeIfPresent(cancelled.leave(), (_, taken) -> taken.without(cancelled.from()));
        leaveVersions.keepOnly(leave.keySet());
        ended.retainAll(leave.keySet());
    }

    @EventSourcingHandler
    void on(CalendarSnapshot kept) {
        id = kept.calendar();
        workCycles.putAll(kept.workCycles());
        leave.putAll(kept.leave());
        leaveVersions.restore(kept.takenIn());
        ended.addAll(kept.ended());
        versions.changed(Field.WORK_CYCLES, kept.workCycleSetIn());
        versions.changed(Field.LEAVE, kept.leaveChangedIn());
    }

    @Override
    public CalendarSnapshot snapshot() {
        return new CalendarSnapshot(
                Objects.requireNonNull(id),
                Map.copyOf(workCycles),
                Map.copyOf(leave),
                leaveVersions.kept(),
                ended.stream().sorted().toList(),
                versions.lastChange(Field.WORK_CYCLES),
                versions.lastChange(Field.LEAVE));
    }

    /** The version before the first event is one below that of the first event. */
    private long version() {
        return id == null ? -1 : getVersion();
    }

    private boolean holds(SetWorkCycle command) {
        var holding = workCycles.floorEntry(command.effectiveFrom());
        return holding != null && holding.getValue().equals(command.workCycle());
    }

    private static WorkCycleSet event(SetWorkCycle command) {
        var workCycle = command.workCycle();
        return new WorkCycleSet(
                command.member(),
                command.effectiveFrom(),
                workCycle.startsOn(),
                workCycle.lengthDays(),
                workCycle.workingDays(),
                workCycle.hoursADay(),
                workCycle.timeZone());
    }

    private void mustBeFree(Leave days) {
        if (leave.values().stream().anyMatch(days::overlaps))
            throw new CalendarRefused(
                    LEAVE_OVERLAPS,
                    "You already have leave on some of these days. Cancel it first, or choose other days.");
    }

    private void mustHaveBeenSeen(Field field, @Nullable Long seen) {
        if (versions.changedSince(seen, field)) throw stale();
    }

    private static CalendarRefused stale() {
        return new CalendarRefused(
                STALE, "Your calendar was changed in the meantime. Load it again, then repeat the change.");
    }

    private void mustNotHaveEnded(UUID asked) {
        if (ended.contains(asked))
            throw new CalendarRefused(LEAVE_IS_OVER, "This leave was ended early; its days until then stay.");
    }

    WorkCalendar() {} // Axon replays events into it
}
