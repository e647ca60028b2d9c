package ilgam.work.list;

/** A value that places an item in an order. Values that never change are read from the origin of {@link AsOf}. */
enum SortColumn {
    CREATED_AT("o.created_at", "timestamptz"),
    UPDATED_AT("v.from_at", "timestamptz"),
    DUE_ON("coalesce(v.due_on, '±infinity'::date)", "date"),
    PRIORITY("v.priority", "item_priority"),
    PROJECT_KEY("p.key", "text"),
    NUMBER("o.number", "bigint"),
    TITLE("v.title collate natural_order", "text");

    private final String expression;
    private final String type;

    SortColumn(String expression, String type) {
        this.expression = expression;
        this.type = type;
    }

    String type() {
        return type;
    }

    /** Over a version {@code v}; an empty value comes last in either direction. */
    String of(String origin, boolean descending) {
        return expression.replace("±", descending ? "-" : "").replace("o.", origin + ".");
    }
}
