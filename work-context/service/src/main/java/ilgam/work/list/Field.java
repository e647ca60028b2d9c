package ilgam.work.list;

import java.util.List;

/** A value that events set. Stored rows know it by its bit, so none is ever given to another. */
enum Field {
    KIND(0, "kind", "text"),
    TITLE(1, "title", "text"),
    STATUS(2, "status_id", "text"),
    ASSIGNEE(3, "assignee", "uuid"),
    PRIORITY(4, "priority", "item_priority"),
    SEVERITY(5, "severity", "text"),
    RESOLUTION(6, "resolution", "text"),
    START_ON(7, "start_on", "date"),
    DUE_ON(8, "due_on", "date"),
    ESTIMATE(9, "estimate_hours", "numeric"),
    PARENT(10, "parent", "uuid"),
    SOURCE_PARENT(11, "source_parent", "text"),
    TASK(12, "task", "uuid"),
    DELETED(13, "deleted", "boolean");

    static final List<Field> ALL = List.of(values());

    /** Its bit in {@link ItemVersion#sets}. */
    final int bit;

    final String column;
    final String sqlType;

    Field(int place, String column, String sqlType) {
        this.bit = 1 << place;
        this.column = column;
        this.sqlType = sqlType;
    }
}
