package ilgam.work.list;

import java.util.Map;

/** A condition of a statement: its SQL with the parameters in it. */
record Condition(String sql, Map<String, Object> parameters) {

    static Condition of(String sql) {
        return new Condition(sql, Map.of());
    }

    static Condition of(String sql, String name, Object value) {
        return new Condition(sql, Map.of(name, value));
    }
}
