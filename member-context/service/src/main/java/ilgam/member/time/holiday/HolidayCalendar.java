package ilgam.member.time.holiday;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import ilgam.member.language.HolidayEvent.Holiday;
import ilgam.member.language.HolidayEvent.HolidaysSet;
import ilgam.member.language.HolidayEvent.HolidaysWithdrawn;
import ilgam.member.text.Days;
import ilgam.member.time.holiday.HolidayCommand.DropHoliday;
import ilgam.member.time.holiday.HolidayCommand.NameHoliday;
import ilgam.member.time.holiday.HolidayCommand.SetHolidays;
import ilgam.member.time.holiday.HolidayCommand.WithdrawHolidays;
import ilgam.starter.snapshots.Snapshotted;

import static ilgam.member.time.holiday.HolidayRefused.Reason.DAY_IS_OVER;
import static ilgam.member.time.holiday.HolidayRefused.Reason.DAY_TOO_FAR;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

/** One calendar of holidays. A command that would change nothing is a no-op. */
@Aggregate(snapshotTriggerDefinition = "lastOccurrence")
class HolidayCalendar implements Snapshotted {

    private static final Comparator<Holiday> IN_ORDER =
            Comparator.comparing(Holiday::date).thenComparing(Holiday::name);

    @AggregateIdentifier
    private @Nullable UUID id;

    private List<Holiday> days = List.of();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(SetHolidays command) {
        mustNotBeOver(command.from(), command.today());
        mustBeInReach(command.from());
        command.days().forEach(day -> mustBeInReach(day.date()));
        var before = days.stream().filter(day -> day.date().isBefore(command.from()));
        var after = command.days().stream().filter(day -> !day.date().isBefore(command.from()));
        return become(command.calendar(), Stream.concat(before, after));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(NameHoliday command) {
        mustNotBeOver(command.day().date(), command.today());
        mustBeInReach(command.day().date());
        return become(command.calendar(), Stream.concat(allBut(command.day().date()), Stream.of(command.day())));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(DropHoliday command) {
        mustNotBeOver(command.date(), command.today());
        return become(command.calendar(), allBut(command.date()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(WithdrawHolidays command) {
        var over = days.stream()
                .filter(day -> day.date().isBefore(command.today()))
                .toList();
        if (!over.isEmpty()) return become(command.calendar(), over.stream());
        if (!days.isEmpty()) apply(new HolidaysWithdrawn(command.calendar()));
        return version();
    }

    @EventSourcingHandler
    void on(HolidaysSet set) {
        id = set.calendar();
        days = set.days();
    }

    @EventSourcingHandler
    void on(HolidaysWithdrawn withdrawn) {
        days = List.of();
    }

    @EventSourcingHandler
    void on(HolidaySnapshot kept) {
        id = kept.calendar();
        days = kept.days();
    }

    @Override
    public HolidaySnapshot snapshot() {
        return new HolidaySnapshot(Objects.requireNonNull(id), days);
    }

    private long become(UUID calendar, Stream<Holiday> wanted) {
        var next = wanted.distinct().sorted(IN_ORDER).toList();
        if (!next.equals(days)) apply(new HolidaysSet(calendar, next));
        return version();
    }

    private static void mustNotBeOver(LocalDate day, LocalDate today) {
        if (day.isBefore(today))
            throw new HolidayRefused(
                    DAY_IS_OVER,
                    "This day is already over in another time zone of the company, and the past stays as it was.");
    }

    private static void mustBeInReach(LocalDate day) {
        if (!Days.canBePlanned(day)) throw new HolidayRefused(DAY_TOO_FAR, "This date is too far away.");
    }

    private Stream<Holiday> allBut(LocalDate date) {
        return days.stream().filter(day -> !day.date().equals(date));
    }

    /** The version before the first event is one below that of the first event. */
    private long version() {
        return id == null ? -1 : getVersion();
    }

    HolidayCalendar() {} // Axon replays events into it
}
