package ilgam.starter.projection.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import ilgam.starter.projection.Projections.Entry;

/** A snapshot transaction that compares a projection's tables with those of its rebuild, while both go on. */
final class Comparison implements AutoCloseable {

    private static final int MOST_TOLD = 5;

    /** How a row differs. */
    enum What {
        @JsonProperty("missing")
        MISSING,
        @JsonProperty("too-much")
        TOO_MUCH,
        @JsonProperty("different")
        DIFFERENT
    }

    @Schema(name = "ProjectionDifference", description = "A row that is not as its events say.")
    record Difference(
            @Schema(description = "The table that has it.", example = "item_version")
            String table,

            @Schema(description = "The row's primary key.") String key,

            @Schema(description = "The row as it is, beside what events say.")
            What what) {}

    /**
     * The result.
     *
     * @param differences the first ones of each table
     */
    record Found(long rows, long differing, List<Difference> differences) {}

    private final Connection connection;
    private final JdbcTemplate database;

    private Comparison(Connection connection) {
        this.connection = connection;
        this.database = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    }

    /** Starts the transaction, which needs a connection until it is closed. */
    static Comparison asOfNow(DataSource source) {
        try {
            var connection = source.getConnection();
            try {
                connection.setAutoCommit(false);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                var comparison = new Comparison(connection);
                comparison.database.execute("set local statement_timeout = 0");
                comparison.database.queryForList(
                        "select count(*) from projection_state"); // the first statement takes the snapshot
                return comparison;
            } catch (SQLException | RuntimeException failure) {
                connection.close();
                throw failure;
            }
        } catch (SQLException failure) {
            throw new DataAccessResourceFailureException("The database gives no connection.", failure);
        }
    }

    Found of(Entry projection) {
        var schema = ShadowTables.schemaOf(projection.name());
        var all = new ArrayList<Found>();
        for (var table : projection.tables()) all.add(compare(schema, table, "", projection.notFromEvents(table)));
        var shared = projection.sharedTable();
        if (!shared.isEmpty())
            all.add(compare(schema, shared, projection.sharedRows().substring(shared.length()), List.of()));
        return new Found(
                all.stream().mapToLong(Found::rows).sum(),
                all.stream().mapToLong(Found::differing).sum(),
                all.stream().flatMap(found -> found.differences().stream()).toList());
    }

    private static final String COLUMNS = """
            select quote_ident(attname) from pg_attribute
            where attrelid = ('public.' || ?)::regclass and attnum > 0 and not attisdropped and attname <> all (?::text[])
            order by attnum""";

    private static final String KEY = """
            select quote_ident(attname) from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey)
            where indrelid = ('public.' || ?)::regclass and indisprimary
            order by array_position(indkey::int2[], attnum)""";

    private static final String ROWS = "select row(%s)::text as key, row(%s)::text as columns from %s.%s%s";

    private Found compare(String schema, String table, String rows, List<String> notFromEvents) {
        var columns = String.join(
                ", ", database.queryForList(COLUMNS, String.class, table, notFromEvents.toArray(String[]::new)));
        var key = String.join(", ", database.queryForList(KEY, String.class, table));
        var differing = new long[1];
        var differences = database.query(
                """
                with live as (%s), made as (%s)
                select coalesce(live.key, made.key) as key, count(*) over () as differing,
                    case when live.key is null then 'MISSING' when made.key is null then 'TOO_MUCH' else 'DIFFERENT' end as what
                from live full join made on made.key = live.key
                where live.columns is distinct from made.columns order by 1 limit %d""".formatted(
                                ROWS.formatted(key, columns, "public", table, rows),
                                ROWS.formatted(key, columns, schema, table, rows),
                                MOST_TOLD),
                (row, _) -> {
                    differing[0] = row.getLong("differing");
                    return new Difference(table, row.getString("key"), What.valueOf(row.getString("what")));
                });
        var count = database.queryForList("select count(*) from public." + table + rows, Long.class);
        return new Found(count.getFirst(), differing[0], differences);
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException ended) {
            throw new DataAccessResourceFailureException("The connection has ended.", ended);
        }
    }
}
