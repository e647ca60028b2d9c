package ilgam.work.list;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import ilgam.work.item.ItemField;

/**
 * The column of a field in a row.
 *
 * @param bit marks in stored rows that events set the field, so it is never reused for another field
 */
record Column(ItemField field, int bit, String name, String sqlType) {

    private static final Map<ItemField, Column> BY_FIELD = new EnumMap<>(ItemField.class);

    static final List<Column> ALL = Arrays.stream(ItemField.values())
            .map(Column::ofNew)
            .filter(Objects::nonNull)
            .map(Column.class::cast)
            .toList();

    static {
        ALL.forEach(column -> BY_FIELD.put(column.field, column));
    }

    /** Null when lists have no such field, or store it elsewhere. */
    static @Nullable Column of(ItemField field) {
        return BY_FIELD.get(field);
    }

    private static @Nullable Column ofNew(ItemField field) {
        return switch (field) {
            case KIND -> new Column(field, 1, "kind", "text");
            case TITLE -> new Column(field, 1 << 1, "title", "text");
            case STATUS -> new Column(field, 1 << 2, "status_id", "text");
            case ASSIGNEE -> new Column(field, 1 << 3, "assignee", "uuid");
            case PRIORITY -> new Column(field, 1 << 4, "priority", "item_priority");
            case SEVERITY -> new Column(field, 1 << 5, "severity", "text");
            case RESOLUTION -> new Column(field, 1 << 6, "resolution", "text");
            case START -> new Column(field, 1 << 7, "start_on", "date");
            case DUE -> new Column(field, 1 << 8, "due_on", "date");
            case ESTIMATE -> new Column(field, 1 << 9, "estimate_hours", "numeric");
            case PARENT -> new Column(field, 1 << 10, "parent", "uuid");
            case SOURCE_PARENT -> new Column(field, 1 << 11, "source_parent", "text");
            case TASK -> new Column(field, 1 << 12, "task", "uuid");
            case DELETED -> new Column(field, 1 << 13, "deleted", "boolean");
            case POINTS -> new Column(field, 1 << 14, "points", "numeric");
            case DESCRIPTION, REPORTER, LABELS, LINKS -> null;
        };
    }
}
