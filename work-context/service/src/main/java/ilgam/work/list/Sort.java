package ilgam.work.list;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The order of a list. Equal values are ordered by the item's id, so that paging never skips or repeats an item. */
public record Sort(By by, boolean descending) {

    /** The newest first. */
    public static final Sort DEFAULT = new Sort(By.CREATED_AT, true);

    /** The values by which a list can be sorted. */
    @SuppressWarnings("ImmutableEnumChecker") // its lists are unmodifiable
    public enum By {
        CREATED_AT("createdAt", List.of("o.created_at"), List.of("timestamptz")),
        UPDATED_AT("updatedAt", List.of("v.from_at"), List.of("timestamptz")),
        DUE_ON("dueOn", List.of("coalesce(v.due_on, '±infinity'::date)"), List.of("date")),
        PRIORITY("priority", List.of("v.priority"), List.of("item_priority")),
        KEY("key", List.of("p.key", "o.number"), List.of("text", "bigint")),
        TITLE("title", List.of("v.title collate natural_order"), List.of("text"));

        private final String field;
        private final List<String> expressions;
        private final List<String> types;

        By(String field, List<String> expressions, List<String> types) {
            this.field = field;
            this.expressions = expressions;
            this.types = types;
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

    /**
     * The expressions over a row {@code v}, and {@code o} for immutable values. An item without a due date comes last
     * in both directions.
     */
    private List<String> expressions(String origin) {
        return by.expressions.stream()
                .map(expression ->
                        expression.replace("±", descending ? "-" : "").replace("o.", origin + "."))
                .toList();
    }

    /** The number of values that place an item in this order, including its id. */
    public int width() {
        return by.types.size() + 1;
    }

    /** The values that place an item in this order, as columns {@code place1, place2, …}. */
    String columns(String origin) {
        var places = IntStream.range(0, by.types.size())
                .mapToObj(i -> expressions(origin).get(i) + " as place" + (i + 1))
                .collect(Collectors.joining(", "));
        return origin + ".item_id, " + places;
    }

    /** The order over {@link #columns} of a given alias. */
    String byColumns(String alias) {
        return IntStream.range(0, by.types.size())
                .mapToObj(i -> alias + ".place" + (i + 1) + direction() + ", ")
                .collect(Collectors.joining("", "", alias + ".item_id" + direction()));
    }

    /** The order over an item's own columns. */
    String byExpressions(String origin) {
        return expressions(origin).stream()
                .map(expression -> expression + direction() + ", ")
                .collect(Collectors.joining("", "", origin + ".item_id" + direction()));
    }

    /** The condition for an item to come after the place {@code :place1, :place2, …, :placeId}. */
    String after(String origin) {
        var values = IntStream.range(0, by.types.size())
                .mapToObj(i -> "cast(:place" + (i + 1) + " as " + by.types.get(i) + "), ")
                .collect(Collectors.joining("", "", "cast(:placeId as uuid)"));
        return "(" + String.join(", ", expressions(origin)) + ", " + origin + ".item_id) " + (descending ? "<" : ">")
                + " (" + values + ")";
    }

    private String direction() {
        return descending ? " desc" : "";
    }
}
