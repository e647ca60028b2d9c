package ilgam.starter.projection.rebuild;

import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;

import ilgam.starter.projection.Projections.Entry;

/**
 * A second set of a projection's tables for its rebuild, in a schema that comes first in the rebuild's search path.
 * Columns, constraints and indexes are those of the originals, with the same names, so that the sets can be swapped.
 */
final class ShadowTables {

    private final JdbcTemplate database;

    ShadowTables(JdbcTemplate database) {
        this.database = database;
    }

    static String schemaOf(String projection) {
        return "rebuild_" + projection.replace('-', '_');
    }

    /** Creates empty tables, and drops any earlier ones. */
    void make(Entry projection) {
        var schema = schemaOf(projection.name());
        drop(projection);
        database.execute("create schema " + schema);
        for (var table : projection.tables()) {
            database.execute("create table %1$s.%2$s (like public.%2$s including defaults including generated"
                            .formatted(schema, table)
                    + " including storage including comments including statistics)");
            each(OPTIONS, table, options -> "alter table %s.%s set (%s)".formatted(schema, table, options));
            each(CONSTRAINTS, table, constraint -> "alter table %s.%s add %s".formatted(schema, table, constraint));
            each(
                    INDEXES,
                    table,
                    index -> index.replaceFirst(" ON public\\." + table + " ", " ON " + schema + "." + table + " "));
        }
        var shared = projection.sharedTable();
        if (!shared.isEmpty())
            database.execute("create table %1$s.%2$s (like public.%2$s including all)".formatted(schema, shared));
    }

    private static final String OPTIONS = """
            select array_to_string(reloptions, ', ') from pg_class
            where oid = ('public.' || ?)::regclass and reloptions is not null""";

    private static final String CONSTRAINTS = """
            select format('constraint %I %s', conname, pg_get_constraintdef(oid)) from pg_constraint
            where conrelid = ('public.' || ?)::regclass and contype in ('p', 'u', 'c', 'x') order by contype desc, conname""";

    private static final String INDEXES = """
            select pg_get_indexdef(indexrelid) from pg_index i
            where indrelid = ('public.' || ?)::regclass
                and not exists (select from pg_constraint c where c.conindid = i.indexrelid)""";

    /** Turns a definition of the table into a statement. */
    @FunctionalInterface
    private interface Statement {
        String of(String definition);
    }

    private void each(String definitions, String table, Statement statement) {
        for (var definition : database.queryForList(definitions, String.class, table))
            database.execute(statement.of(definition));
    }

    /** Updates the planner's statistics, in the current transaction. */
    void analyze(Entry projection) {
        for (var table : projection.tables())
            database.execute("analyze %s.%s".formatted(schemaOf(projection.name()), table));
    }

    /** Swaps the tables after running queries have ended; waits three seconds at most. */
    void swap(Entry projection) {
        var schema = schemaOf(projection.name());
        database.execute("set local lock_timeout = '3s'");
        database.execute(
                "lock table " + String.join(", ", publicly(projection.tables())) + " in access exclusive mode");
        database.execute("drop table " + String.join(", ", publicly(projection.tables())));
        for (var table : projection.tables())
            database.execute("alter table %s.%s set schema public".formatted(schema, table));
        var shared = projection.sharedTable();
        if (!shared.isEmpty()) {
            database.execute("delete from public." + projection.sharedRows());
            database.execute("insert into public.%1$s select * from %2$s.%3$s"
                    .formatted(shared, schema, projection.sharedRows()));
        }
        drop(projection);
    }

    private static List<String> publicly(List<String> tables) {
        return tables.stream().map("public."::concat).toList();
    }

    void drop(Entry projection) {
        database.execute("set local client_min_messages = warning");
        database.execute("drop schema if exists %s cascade".formatted(schemaOf(projection.name())));
    }
}
