package ilgam.dashboard.span;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** A statement over many rows: each parameter is a whole column, which the statement casts and unnests. */
final class Columns {

    private final String sql;
    private final List<@Nullable String[]> columns = new ArrayList<>();

    Columns(String sql) {
        this.sql = sql;
    }

    <T> Columns add(List<T> rows, Function<T, @Nullable Object> value) {
        columns.add(rows.stream().map(value).map(Columns::text).toArray(String[]::new));
        return this;
    }

    void update(JdbcTemplate db) {
        db.update(this::prepare);
    }

    void query(JdbcTemplate db, RowCallbackHandler handler) {
        db.query(this::prepare, handler);
    }

    private PreparedStatement prepare(Connection connection) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int column = 0; column < columns.size(); column++)
            statement.setArray(column + 1, connection.createArrayOf("text", columns.get(column)));
        return statement;
    }

    /** Removes the null character, the only one that PostgreSQL cannot store. */
    private static @Nullable String text(@Nullable Object value) {
        if (value == null) return null;
        return value.equals(Instant.MAX) ? "infinity" : value.toString().replace('\0', '\uFFFD');
    }
}
