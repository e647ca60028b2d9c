package ilgam.work.list;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The order of a list. Equal values are ordered by the item's id, so that paging never skips or repeats an item. */
public record Sort(By by, boolean descending) {

    /** The newest first. */
    public static final Sort DEFAULT = new Sort(By.CREATED_AT, true);

    /** The values by which a list can be sorted. */
    @SuppressWarnings("ImmutableEnumChecker") // its lists are unmodifiable
    public enum By {
        CREATED_AT("createdAt", SortColumn.CREATED_AT),
        UPDATED_AT("updatedAt", SortColumn.UPDATED_AT),
        DUE_ON("dueOn", SortColumn.DUE_ON),
        PRIORITY("priority", SortColumn.PRIORITY),
        KEY("key", SortColumn.PROJECT_KEY, SortColumn.NUMBER),
        TITLE("title", SortColumn.TITLE);

        private final String field;
        private final List<SortColumn> columns;

        By(String field, SortColumn... columns) {
            this.field = field;
            this.columns = List.of(columns);
        }

        List<SortColumn> columns() {
            return columns;
        }
    }

    /** The order named {@code dueOn}, or {@code -dueOn} for descending. */
    public static Optional<Sort> of(String name) {
        var descending = name.startsWith("-");
        var field = descending ? name.substring(1) : name;
        return Arrays.stream(By.values())
                .filter(by -> by.field.equals(field))
                .findFirst()
                .map(by -> new Sort(by, descending));
    }

    /** The names that {@link #of} accepts, for a sentence. */
    public static List<String> names() {
        return Arrays.stream(By.values()).map(by -> by.field).toList();
    }

    /** The name of this order. */
    public String name() {
        return (descending ? "-" : "") + by.field;
    }

    /** The number of values that place an item in this order, including its id. */
    public int width() {
        return by.columns.size() + 1;
    }
}
