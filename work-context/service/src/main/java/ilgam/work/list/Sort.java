package ilgam.work.list;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The order of a list; equal values are told apart by the item's id, so that a page never skips or repeats. */
public record Sort(By by, boolean descending) {

    /** The newest first. */
    public static final Sort DEFAULT = new Sort(By.CREATED_AT, true);

    /** What a list can be sorted by. */
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

    /** The order called {@code dueOn}, or {@code -dueOn} for the other way round. */
    public static Optional<Sort> of(String name) {
        var descending = name.startsWith("-");
        var field = descending ? name.substring(1) : name;
        return Arrays.stream(By.values())
                .filter(by -> by.field.equals(field))
                .findFirst()
                .map(by -> new Sort(by, descending));
    }

    /** What {@link #of} accepts, for a sentence. */
    public static List<String> names() {
        return Arrays.stream(By.values()).map(by -> by.field).toList();
    }

    /** How this order is called. */
    public String name() {
        return (descending ? "-" : "") + by.field;
    }

    /** Over a row {@code v}, and {@code o} for what never changes. Without a due date an item comes last either way. */
    private List<String> expressions(String origin) {
        return by.expressions.stream()
                .map(expression ->
                        expression.replace("±", descending ? "-" : "").replace("o.", origin + "."))
                .toList();
    }

    /** How many values place an item in this order, its id included. */
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

    /** What an item must be to come after the place given as {@code :place1, :place2, …, :placeId}. */
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
