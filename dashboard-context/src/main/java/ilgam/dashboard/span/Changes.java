package ilgam.dashboard.span;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** All that a batch of events says about items, until it is written as a whole. */
final class Changes {

    /** An item as its opening tells it. */
    record Opened(Item item, long number, @Nullable String sourceKey) {}

    /** A title and the event that gave it. */
    record Titled(UUID item, String title, Instant at, long sequence) {}

    private final Map<UUID, Opened> opened = new LinkedHashMap<>();
    private final Map<UUID, List<Titled>> titled = new LinkedHashMap<>();
    private final Map<UUID, List<TimedChange>> timedChanges = new LinkedHashMap<>();

    void open(Opened item, Titled title) {
        opened.put(item.item().id(), item);
        title(title);
    }

    void title(Titled title) {
        titled.computeIfAbsent(title.item(), _ -> new ArrayList<>()).add(effective(title));
    }

    void add(UUID item, TimedChange change) {
        timedChanges.computeIfAbsent(item, _ -> new ArrayList<>()).add(change);
    }

    Map<UUID, Opened> opened() {
        return opened;
    }

    /** The title that an item of this batch ends with. */
    Titled title(Opened item) {
        return Objects.requireNonNull(titled.get(item.item().id())).stream()
                .max(Comparator.comparing(Titled::at).thenComparingLong(Titled::sequence))
                .orElseThrow();
    }

    /** All titles of items that were opened before: which of those before an opening counts, its instant has to say. */
    List<Titled> retitled() {
        return titled.entrySet().stream()
                .filter(entry -> !opened.containsKey(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    Map<UUID, List<TimedChange>> timedChanges() {
        return timedChanges;
    }

    private Titled effective(Titled title) {
        var known = opened.get(title.item());
        if (known == null) return title;
        return new Titled(title.item(), title.title(), known.item().effective(title.at()), title.sequence());
    }
}
