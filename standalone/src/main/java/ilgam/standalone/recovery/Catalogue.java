package ilgam.standalone.recovery;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import ilgam.standalone.CannotStart;

/**
 * The definition of a database as the statements that create it, because pg_dump is not among the programs in the
 * build. Two databases have the same definition when their catalogues are equal.
 *
 * @param before definitions that must precede the rows: schemas, types, functions, sequences and bare tables
 * @param tables with their columns that are not generated
 * @param after definitions that follow the rows: constraints, indexes, views, triggers, privileges
 */
record Catalogue(List<String> before, List<Table> tables, List<String> sequences, List<String> after) {

    /** A table and its columns, quoted as SQL identifiers. */
    record Table(String name, String columns) {

        String copyOut() {
            return "copy %s (%s) to stdout".formatted(name, columns);
        }

        String copyIn() {
            return "copy %s (%s) from stdin".formatted(name, columns);
        }
    }

    /** Restricts to objects that belong neither to an extension nor to PostgreSQL itself. */
    static final String OWN =
            " not in (select objid from pg_depend where deptype = 'e') and n.nspname !~ '^(pg_|information_schema$)' ";

    static Catalogue read(Connection session) throws SQLException {
        mustBeKnown(session);
        // Objects outside of pg_catalog are then written with their schema.
        Sql.run(session, "set search_path = ''");
        return new Catalogue(StructureStatements.of(session), tables(session), sequences(session), after(session));
    }

    /** Fails unless the copy has the same definition. */
    void mustEqual(Catalogue copy, String database) {
        mustEqual(before, copy.before, database);
        mustEqual(sequences, copy.sequences, database);
        mustEqual(after, copy.after, database);
    }

    private static void mustEqual(List<String> statements, List<String> copied, String database) {
        if (statements.equals(copied)) return;
        var missing = new ArrayList<>(statements);
        missing.removeAll(copied);
        var added = new ArrayList<>(copied);
        added.removeAll(statements);
        throw CannotStart.failed(
                "%s did not arrive as it was. Missing: %s. Instead: %s.".formatted(database, missing, added));
    }

    /** Fails for kinds of objects that this class cannot copy, rather than leaving them out. */
    private static void mustBeKnown(Connection session) throws SQLException {
        var unknown = Sql.column(session, """
                select 'the ' || case relkind when 'm' then 'materialized view' when 'f' then 'foreign table'
                    else 'partitioned table' end || ' ' || c.oid::regclass
                from pg_class c join pg_namespace n on n.oid = relnamespace
                where c.relkind in ('m', 'f', 'p') and c.oid %1$s
                union all select 'the type ' || t.oid::regtype from pg_type t join pg_namespace n on n.oid = typnamespace
                where typtype in ('d', 'r', 'm') and t.oid %1$s
                union all select 'an inheriting table' from pg_inherits i join pg_class c on c.oid = inhrelid
                where c.relkind = 'r'
                union all select 'a policy' from pg_policy union all select 'a publication' from pg_publication
                union all select 'a large object' from pg_largeobject_metadata
                union all select 'an event trigger' from pg_event_trigger
                """.formatted(OWN));
        if (!unknown.isEmpty())
            throw CannotStart.failed(
                    "%s in %s cannot be carried over.".formatted(unknown.getFirst(), session.getCatalog()));
    }

    private static List<String> after(Connection session) throws SQLException {
        var statements = new ArrayList<>(ConstraintStatements.of(session));
        statements.addAll(PrivilegeStatements.of(session));
        return statements;
    }

    private static List<Table> tables(Connection session) throws SQLException {
        var tables = new ArrayList<Table>();
        try (var statement = session.createStatement();
                var rows = statement.executeQuery("""
                        select c.oid::regclass::text, (select string_agg(quote_ident(attname), ', ' order by attnum)
                            from pg_attribute
                            where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '')
                        from pg_class c join pg_namespace n on n.oid = relnamespace where c.relkind = 'r' and c.oid %s
                        order by 1
                        """.formatted(OWN))) {
            while (rows.next()) tables.add(new Table(rows.getString(1), rows.getString(2)));
        }
        return tables;
    }

    /** The statements that set the sequences' next values. */
    private static List<String> sequences(Connection session) throws SQLException {
        var statements = new ArrayList<String>();
        for (var sequence : Sql.column(session, """
                select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = relnamespace
                where c.relkind = 'S' and c.oid %s order by 1
                """.formatted(OWN)))
            statements.addAll(Sql.column(
                    session,
                    "select format('select setval(%%L, %%s, %%L)', '%s', last_value, is_called) from %s"
                            .formatted(sequence.replace("'", "''"), sequence)));
        return statements;
    }
}
