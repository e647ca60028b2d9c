package ilgam.member.time.holiday;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import net.fortuna.ical4j.model.TemporalAmountAdapter;
import org.jspecify.annotations.Nullable;

import ilgam.member.text.Invalid;
import ilgam.member.time.holiday.FileZones.Zone;

/** An event as the file contains it, before its days are computed. */
final class WrittenEvent {

    private static final Duration DAY = Duration.ofDays(1);
    /** Moves a midnight of any zone between UTC-10 and UTC+13 into the day that begins with it. */
    private static final Duration TO_ITS_DAY = Duration.ofHours(13);

    private final int line;
    private final List<Repetition> rules = new ArrayList<>();
    private final List<Repetition> exceptions = new ArrayList<>();
    private final List<Moment> added = new ArrayList<>();
    private final List<Moment> left = new ArrayList<>();
    private String uid = "";
    private String name = "";
    private int sequence;
    private boolean cancelled;
    private boolean following;
    private @Nullable Moment start;
    private @Nullable Moment end;
    private @Nullable Moment replaced;
    private @Nullable TemporalAmount length;

    WrittenEvent(int line) {
        this.line = line;
    }

    /** @throws Invalid when the value of the line is not usable */
    void read(ContentLine line) {
        var value = line.value();
        switch (line.name()) {
            case "UID" -> uid = value.strip();
            case "SUMMARY" -> name = HolidayName.of(value);
            case "DTSTART" -> start = Moment.of(line);
            case "DTEND" -> end = Moment.of(line);
            case "DURATION" -> length = length(value);
            case "RRULE" -> rules.add(Repetition.of(value));
            case "EXRULE" -> exceptions.add(Repetition.of(value));
            case "RDATE" -> added.addAll(Moment.listed(line));
            case "EXDATE" -> left.addAll(Moment.listed(line));
            case "SEQUENCE" -> sequence = value.strip().matches("\\d{1,9}") ? Integer.parseInt(value.strip()) : 0;
            case "STATUS" -> cancelled = value.strip().equalsIgnoreCase("CANCELLED");
            case "RECURRENCE-ID" -> {
                replaced = Moment.of(line);
                following = "THISANDFUTURE".equalsIgnoreCase(line.parameter("RANGE"));
            }
            default -> {
                // irrelevant for days
            }
        }
    }

    int line() {
        return line;
    }

    String uid() {
        return uid;
    }

    String name() {
        return name;
    }

    int sequence() {
        return sequence;
    }

    boolean isCancelled() {
        return cancelled;
    }

    /** The start of the repetition that it overrides; null when it is no override. */
    @Nullable
    Moment replaced() {
        return replaced;
    }

    /** Whether it also overrides all following repetitions. */
    boolean isOfTheFollowing() {
        return following;
    }

    List<Repetition> rules() {
        return rules;
    }

    List<Repetition> exceptions() {
        return exceptions;
    }

    List<Moment> added() {
        return added;
    }

    List<Moment> left() {
        return left;
    }

    /** The start; an override without one begins at the time of the repetition that it overrides. */
    Moment start() {
        var begins = start != null ? start : replaced;
        if (begins == null) throw new FaultyEvent(FileFault.NO_START, "an event needs a DTSTART.");
        return begins;
    }

    boolean saysHowLong() {
        return end != null || length != null;
    }

    /** The length in local time of a zone; never negative. */
    Duration length(Zone zone) {
        var begins = shown(start(), zone);
        var over = end != null ? shown(end, zone) : length != null ? after(begins, length) : begins;
        return over.isAfter(begins) ? Duration.between(begins, over) : Duration.ZERO;
    }

    /**
     * The zone in which its times of UTC are read. Some programs write whole days in UTC: then it is the zone in which
     * they begin at midnight, or the nearest midnight when the calendar names no such zone.
     */
    Zone zone(FileZones zones) {
        var candidates = zones.candidates(Arrays.asList(
                start().zone(), end == null ? null : end.zone(), replaced == null ? null : replaced.zone()));
        Zone likeliest = candidates.isEmpty() ? utc -> utc : candidates.getFirst();
        if (!start().utc() || !isOfWholeDays()) return likeliest;
        return candidates.stream()
                .filter(zone -> isMidnight(shown(start(), zone)))
                .findFirst()
                .orElse(
                        shown(start(), likeliest).equals(start().written())
                                ? utc -> utc.plus(TO_ITS_DAY).toLocalDate().atStartOfDay()
                                : likeliest);
    }

    static LocalDateTime shown(Moment moment, Zone zone) {
        return moment.utc() ? zone.apply(moment.written()) : moment.written();
    }

    private boolean isOfWholeDays() {
        var long_ = length(utc -> utc);
        return !long_.isZero() && long_.toSeconds() % DAY.toSeconds() == 0;
    }

    private static boolean isMidnight(LocalDateTime time) {
        return time.equals(time.toLocalDate().atStartOfDay());
    }

    private static TemporalAmount length(String value) {
        try {
            return TemporalAmountAdapter.parse(value.strip()).getDuration();
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException notALength) {
            throw new FaultyEvent(FileFault.NOT_A_DURATION, "a duration such as P1D is expected.");
        }
    }

    private static LocalDateTime after(LocalDateTime begins, TemporalAmount length) {
        try {
            return begins.plus(length);
        } catch (DateTimeException | ArithmeticException tooLong) {
            throw new FaultyEvent(
                    FileFault.TOO_LONG,
                    "a holiday may last at most {most} days.",
                    Map.of("most", FileComputation.LONGEST_EVENT));
        }
    }
}
