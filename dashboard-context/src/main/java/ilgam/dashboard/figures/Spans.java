package ilgam.dashboard.figures;

/** The spans that are read for the finished items. */
enum Spans {
    /** Those of all items. */
    ALL("""
            select * from span where project = any(:projects) and from_at <= :at
            """),

    /** Those of the items with an event from {@code :from} to {@code :to}, item by item. */
    TOUCHED("""
            select known.*
            from (
                select distinct item from span where project = any(:projects) and from_at between :from and :to
            ) as touched cross join lateral (
                select * from span where span.item = touched.item and span.from_at <= :at offset 0
            ) as known
            """);

    private final String sql;

    Spans(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }
}
