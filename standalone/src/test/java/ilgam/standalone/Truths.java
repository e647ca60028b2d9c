package ilgam.standalone;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The dashboard's figures, computed naively from the files alone. */
record Truths(SampleSet set) {

    /** The number of items created, and of items by category and by status. */
    record Flow(int created, Map<String, Integer> byCategory, Map<String, Integer> byStatus) {

        int open() {
            return created - byCategory.getOrDefault("done", 0) - byCategory.getOrDefault("dropped", 0);
        }
    }

    Flow flow(Instant at) {
        var byCategory = new TreeMap<String, Integer>();
        var byStatus = new TreeMap<String, Integer>();
        var created = 0;
        for (var item : set.items()) {
            if (item.createdAt().isAfter(at)) continue;
            created++;
            var status = statusAt(item, at);
            byCategory.merge(status.map(this::category).orElse("todo"), 1, Integer::sum);
            byStatus.merge(status.orElse("none"), 1, Integer::sum);
        }
        return new Flow(created, byCategory, byStatus);
    }

    private static Optional<String> statusAt(SampleSet.Item item, Instant at) {
        return item.statuses().stream()
                .filter(status -> !status.at().isAfter(at))
                .reduce((earlier, later) -> later)
                .map(SampleSet.Status::name);
    }

    private String category(String status) {
        return set.categories().getOrDefault(status, "todo");
    }

    /** Cycle times: from the first entry into doing to the done instant, in seconds, sorted. */
    List<Long> cycleTimes() {
        return set.items().stream()
                .flatMap(item -> Stream.ofNullable(doneAt(item).orElse(null))
                        .flatMap(done -> firstDoing(item).stream().map(doing -> Duration.between(doing, done))))
                .filter(time -> !time.isNegative())
                .map(Duration::toSeconds)
                .sorted()
                .toList();
    }

    List<Long> leadTimes() {
        return set.items().stream()
                .flatMap(item -> doneAt(item).stream().map(done -> Duration.between(item.createdAt(), done)))
                .map(Duration::toSeconds)
                .sorted()
                .toList();
    }

    private Optional<Instant> firstDoing(SampleSet.Item item) {
        return item.statuses().stream()
                .filter(status -> category(status.name()).equals("doing"))
                .findFirst()
                .map(status -> later(status.at(), item.createdAt()));
    }

    /** The start of the last uninterrupted time in done, if the item is done at the end. */
    private Optional<Instant> doneAt(SampleSet.Item item) {
        Instant began = null;
        for (var status : item.statuses()) {
            if (!category(status.name()).equals("done")) began = null;
            else if (began == null) began = later(status.at(), item.createdAt());
        }
        return Optional.ofNullable(began);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    static long percentile(List<Long> sorted, int p) {
        return sorted.get((int) Math.ceil(p * sorted.size() / 100.0) - 1);
    }

    Map<String, Integer> doneByWeek() {
        return byWeek(item -> doneAt(item));
    }

    Map<String, Integer> createdByWeek() {
        return byWeek(item -> Optional.of(item.createdAt()));
    }

    private Map<String, Integer> byWeek(Function<SampleSet.Item, Optional<Instant>> when) {
        var weeks = new TreeMap<String, Integer>();
        set.items().stream()
                .flatMap(item -> when.apply(item).stream())
                .forEach(instant -> weeks.merge(week(instant), 1, Integer::sum));
        return weeks;
    }

    static String week(Instant instant) {
        var day = instant.atZone(ZoneOffset.UTC);
        return "%d-W%02d".formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /** Five instants spread over the set: four midnights, and one at which a status changes. */
    List<Instant> instants() {
        var created =
                set.items().stream().map(SampleSet.Item::createdAt).sorted().toList();
        var midnights = Stream.of(20, 45, 70, 95)
                .map(percent -> created.get(created.size() * percent / 100))
                .map(instant -> instant.atZone(ZoneOffset.UTC)
                        .toLocalDate()
                        .plusDays(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant());
        var eventful = set.items().get(set.items().size() / 2).statuses().stream()
                .map(SampleSet.Status::at)
                .findFirst()
                .orElse(created.getLast());
        return Stream.concat(midnights, Stream.of(eventful)).distinct().toList();
    }

    /** The first day of the first week with an event. */
    LocalDate firstWeek() {
        return set.items().stream()
                .map(SampleSet.Item::createdAt)
                .min(Instant::compareTo)
                .orElseThrow()
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .with(DayOfWeek.MONDAY);
    }

    /** The last day of the last week with an event. */
    LocalDate lastWeek() {
        return set.items().stream()
                .flatMap(item -> Stream.concat(
                        Stream.of(item.createdAt()), item.statuses().stream().map(SampleSet.Status::at)))
                .max(Instant::compareTo)
                .orElseThrow()
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .with(DayOfWeek.SUNDAY);
    }
}
