package ilgam.work.list;

import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A {@link Sort} as SQL. An item without a due date comes last in both directions.
 *
 * <p>The values that place an item in the order are the columns {@code place1, place2, …}, then its id.
 */
record Ordering(Sort sort, AsOf asOf) {

    private List<String> expressions() {
        return sort.by().columns().stream()
                .map(column -> column.of(asOf.origin(), sort.descending()))
                .toList();
    }

    private String id() {
        return asOf.origin() + ".item_id";
    }

    String columns() {
        var expressions = expressions();
        var places = IntStream.range(0, expressions.size())
                .mapToObj(i -> expressions.get(i) + " as place" + (i + 1))
                .collect(Collectors.joining(", "));
        return id() + ", " + places;
    }

    /** The order over {@link #columns} of {@code c}. */
    String byColumns() {
        return IntStream.range(0, sort.by().columns().size())
                .mapToObj(i -> "c.place" + (i + 1) + direction() + ", ")
                .collect(Collectors.joining("", "", "c.item_id" + direction()));
    }

    /** The order over an item's own columns. */
    String byExpressions() {
        return expressions().stream()
                .map(expression -> expression + direction() + ", ")
                .collect(Collectors.joining("", "", id() + direction()));
    }

    /** The condition for an item to come after a place. */
    Condition after(Place place) {
        var columns = sort.by().columns();
        var values = IntStream.range(0, columns.size())
                .mapToObj(i -> "cast(:place" + (i + 1) + " as " + columns.get(i).type() + "), ")
                .collect(Collectors.joining("", "", "cast(:placeId as uuid)"));
        var parameters = new HashMap<String, Object>();
        for (int i = 0; i < columns.size(); i++)
            parameters.put(
                    "place" + (i + 1), Objects.requireNonNull(place.values().get(i)));
        parameters.put("placeId", Objects.requireNonNull(place.values().getLast()));
        return new Condition(
                "(" + String.join(", ", expressions()) + ", " + id() + ") " + (sort.descending() ? "<" : ">") + " ("
                        + values + ")",
                parameters);
    }

    private String direction() {
        return sort.descending() ? " desc" : "";
    }
}
