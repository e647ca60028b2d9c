package ilgam.member.time.holiday;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ilgam.member.time.holiday.FileZones.Zone;

/**
 * An event and the overrides of single repetitions (RFC 5545, 3.8.4.4), which move, rename or cancel them. An override
 * without a name of its own contains only what differs.
 *
 * @param replacements in order of time; of several overrides of the same repetition, the last
 */
record Series(WrittenEvent event, List<WrittenEvent> replacements, FileZones zones) {

    /** A range of days with a name. */
    record Stretch(LocalDate from, LocalDate to, String name) {}

    /** The series of a calendar. An override of an unknown event counts as an event. */
    static List<Series> of(List<WrittenEvent> events, FileZones zones) {
        Map<String, List<WrittenEvent>> byUid = new LinkedHashMap<>();
        events.forEach(event ->
                byUid.computeIfAbsent(event.uid(), _ -> new ArrayList<>()).add(event));
        var series = new ArrayList<Series>();
        byUid.forEach((uid, same) -> collect(uid.isEmpty() ? same : withoutOlder(same), zones, series));
        return series;
    }

    private static void collect(List<WrittenEvent> same, FileZones zones, List<Series> into) {
        var replacements =
                same.stream().filter(event -> event.replaced() != null).toList();
        var events = same.stream().filter(event -> event.replaced() == null).toList();
        if (events.isEmpty()) replacements.forEach(event -> into.add(new Series(event, List.of(), zones)));
        events.forEach(event -> into.add(new Series(event, replacements, zones)));
    }

    /** Of the versions of an event, only the one with the highest sequence number counts. */
    private static List<WrittenEvent> withoutOlder(List<WrittenEvent> same) {
        Map<Object, Integer> latest = new HashMap<>();
        same.forEach(event -> latest.merge(key(event), event.sequence(), Math::max));
        return same.stream()
                .filter(event -> event.sequence() == latest.getOrDefault(key(event), 0))
                .toList();
    }

    private static Object key(WrittenEvent event) {
        var replaced = event.replaced();
        return replaced == null ? "" : replaced;
    }

    int line() {
        return event.line();
    }

    boolean isCancelled() {
        return event.isCancelled();
    }

    Zone zone() {
        return event.zone(zones);
    }

    /** The ranges that begin on these days, and those that replace some of them. */
    List<Stretch> stretches(List<LocalDate> starts) {
        if (event.name().isEmpty()) throw new FaultyEvent(FileFault.NO_NAME, "a holiday needs a name (SUMMARY).");
        var zone = zone();
        var length = event.length(zone);
        var shown = new LinkedHashMap<LocalDate, Stretch>();
        starts.forEach(start -> shown.put(start, stretch(event, zone, start, length, event.name())));
        var moved = new ArrayList<Stretch>();
        for (var replacement : inOrder(zone)) {
            var replaced = replacedDay(replacement, zone);
            if (replacement.isOfTheFollowing()) replaceFollowing(shown, replacement, replaced, zone);
            shown.remove(replaced);
            if (!replacement.isCancelled()) moved.add(instead(replacement, zone));
        }
        moved.addAll(0, shown.values());
        return moved;
    }

    /** Overrides of all following repetitions come first, as overrides of single ones apply on top of them. */
    private List<WrittenEvent> inOrder(Zone zone) {
        return replacements.stream()
                .sorted(Comparator.comparing(WrittenEvent::isOfTheFollowing)
                        .reversed()
                        .thenComparing(replacement -> replacedDay(replacement, zone)))
                .toList();
    }

    private void replaceFollowing(
            Map<LocalDate, Stretch> shown, WrittenEvent replacement, LocalDate replaced, Zone zone) {
        if (replacement.isCancelled()) shown.keySet().removeIf(start -> start.isAfter(replaced));
        else {
            var one = instead(replacement, zone);
            long later = one.from().toEpochDay() - replaced.toEpochDay();
            long longer = one.to().toEpochDay() - one.from().toEpochDay();
            shown.replaceAll((start, stretch) -> start.isAfter(replaced)
                    ? new Stretch(start.plusDays(later), start.plusDays(later + longer), one.name())
                    : stretch);
        }
    }

    private Stretch instead(WrittenEvent replacement, Zone zone) {
        var saysAll = !replacement.name().isEmpty();
        var own = replacement.saysHowLong() ? replacement.zone(zones) : zone;
        var length = saysAll || replacement.saysHowLong() ? replacement.length(own) : event.length(zone);
        var start = WrittenEvent.shown(replacement.start(), own).toLocalDate();
        return stretch(replacement, own, start, length, saysAll ? replacement.name() : event.name());
    }

    /** The range of an event. The end is exclusive: a date means the day before, a time belongs to its day. */
    private static Stretch stretch(WrittenEvent event, Zone zone, LocalDate start, Duration length, String name) {
        var time = WrittenEvent.shown(event.start(), zone).toLocalTime();
        var begins = start.atTime(time);
        var to = length.isZero() ? start : begins.plus(length).minusNanos(1).toLocalDate();
        if (to.isAfter(start.plusDays(FileComputation.LONGEST_EVENT)))
            throw new FaultyEvent(
                    FileFault.TOO_LONG,
                    "a holiday may last at most {most} days.",
                    Map.of("most", FileComputation.LONGEST_EVENT));
        return new Stretch(start, to, name);
    }

    private static LocalDate replacedDay(WrittenEvent replacement, Zone zone) {
        var replaced = replacement.replaced();
        return WrittenEvent.shown(replaced == null ? replacement.start() : replaced, zone)
                .toLocalDate();
    }
}
