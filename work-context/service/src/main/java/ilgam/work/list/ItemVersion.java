package ilgam.work.list;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ilgam.starter.text.Text;
import ilgam.work.item.ItemField;

/** The state of an item from one instant to the next at which something changed it. */
final class ItemVersion {

    /** Immutable data from the opening. */
    record Origin(
            UUID item,
            UUID project,
            long number,
            @Nullable String sourceKey,
            Instant createdAt,
            @Nullable UUID reporter) {}

    final Origin origin;
    final Instant from;

    @Nullable
    Instant to;

    long sequence;

    /** The bits of the fields that were set at {@link #from}, whether or not their values changed. */
    int sets;

    final SortedSet<String> labels;

    /** The labels that were added or removed at {@link #from}. */
    final SortedSet<String> labelsSet;

    private final Map<ItemField, String> values;

    ItemVersion(Origin origin, Instant from) {
        this(origin, from, new TreeSet<>(), new EnumMap<>(ItemField.class));
    }

    private ItemVersion(Origin origin, Instant from, SortedSet<String> labels, Map<ItemField, String> values) {
        this.origin = origin;
        this.from = from;
        this.labels = labels;
        this.labelsSet = new TreeSet<>();
        this.values = values;
    }

    /** The same state from a later instant on, with no field set yet. */
    ItemVersion next(Instant at) {
        var next = new ItemVersion(origin, at, new TreeSet<>(labels), new EnumMap<>(values));
        next.sequence = sequence;
        return next;
    }

    /** The same version without its end. */
    ItemVersion alone() {
        return new ItemVersion(origin, from, new TreeSet<>(labels), new EnumMap<>(values));
    }

    @Nullable
    String get(ItemField field) {
        return values.get(field);
    }

    void set(ItemField field, @Nullable Object value) {
        var column = Column.of(field);
        if (column != null) set(column, value);
    }

    void set(Column column, @Nullable Object value) {
        if (value == null) values.remove(column.field());
        else values.put(column.field(), value.toString());
        sets |= column.bit();
    }

    /** Adds a label in the normalised form in which labels are compared. */
    void label(String label) {
        labels.add(Text.composed(label));
        labelsSet.add(Text.composed(label));
    }

    void unlabel(String label) {
        labels.remove(Text.composed(label));
        labelsSet.add(Text.composed(label));
    }

    /** Sets again the fields that another version of the same instant set. */
    void repeat(ItemVersion other) {
        for (var column : Column.ALL) if ((other.sets & column.bit()) != 0) set(column, other.get(column.field()));
        for (var label : other.labelsSet)
            if (other.labels.contains(label)) label(label);
            else unlabel(label);
        sequence = Math.max(sequence, other.sequence);
    }

    boolean sameAs(ItemVersion other) {
        return origin.equals(other.origin)
                && from.equals(other.from)
                && Objects.equals(to, other.to)
                && sequence == other.sequence
                && sets == other.sets
                && labels.equals(other.labels)
                && labelsSet.equals(other.labelsSet)
                && values.equals(other.values);
    }
}
