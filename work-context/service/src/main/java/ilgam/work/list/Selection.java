package ilgam.work.list;

import java.util.Map;

/** The items that {@link ItemSelect} reads, in their order. */
sealed interface Selection permits ItemName, GivenItems, FilteredItems {

    /** A query with the column {@code item_id} and the columns of the order. */
    String sql();

    /** The order of the items, over that query as {@code c}. */
    String order();

    /** The values in {@link #sql}, besides those of permissions and the instant. */
    Map<String, Object> parameters();
}
