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

/** All changes of items in a batch of events, to be written at once. */
final class Changes {

    /** An item from its opening event. */
    record Opened(Item item, long number, @Nullable String sourceKey) {}

    /** A title and the event that set it. */
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

    /** The latest title of a new item within this batch. */
    Titled title(Opened item) {
        return Objects.requireNonNull(titled.get(item.item().id())).stream()
                .max(Comparator.comparing(Titled::at).thenComparingLong(Titled::sequence))
                .orElseThrow();
    }

    /**
     * All titles of items that were opened in earlier batches. Which of those before an opening counts depends on the
     * opening's instant.
     */
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
