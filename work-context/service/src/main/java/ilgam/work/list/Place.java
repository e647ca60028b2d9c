package ilgam.work.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The last item of a page in an order.
 *
 * @param sort the order's name
 * @param values those of the order, then the item's id
 */
public record Place(String sort, List<@Nullable String> values) {

    /** The place from the values of {@link #toArray}. */
    public static Place of(List<@Nullable String> texts) {
        return new Place(String.valueOf(texts.getFirst()), texts.subList(1, texts.size()));
    }

    static Place of(ResultSet row, Sort sort) throws SQLException {
        var values = new ArrayList<@Nullable String>();
        for (int i = 1; i < sort.width(); i++) values.add(row.getString("place" + i));
        values.add(row.getString("item_id"));
        return new Place(sort.name(), values);
    }

    /** All values of the place, for the cursor. */
    public @Nullable Object[] toArray() {
        return Stream.concat(Stream.of(sort), values.stream()).toArray();
    }

    /** Whether this place belongs to that order. */
    public boolean isIn(Sort order) {
        return sort.equals(order.name()) && values.size() == order.width() && !values.contains(null);
    }
}
