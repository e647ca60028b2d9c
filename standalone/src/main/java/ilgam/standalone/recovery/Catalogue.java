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
    private static final String OWN =
            " not in (select objid from pg_depend where deptype = 'e') and n.nspname !~ '^(pg_|information_schema$)' ";

    static Catalogue read(Connection session) throws SQLException {
        mustBeKnown(session);
        // Objects outside of pg_catalog are then written with their schema.
        run(session, "set search_path = ''");
        return new Catalogue(before(session), tables(session), sequences(session), after(session));
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
        var unknown = column(session, """
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

    private static List<String> before(Connection session) throws SQLException {
        var statements = new ArrayList<String>();
        statements.addAll(column(session, """
                select format('create schema if not exists %%I authorization %%I', nspname, nspowner::regrole)
                from pg_namespace n where nspname <> 'public' and n.oid %s order by 1
                """.formatted(OWN)));
        statements.addAll(column(session, """
                select format('set role %I; create extension if not exists %I schema %I; reset role',
                    extowner::regrole, extname, nspname)
                from pg_extension join pg_namespace n on n.oid = extnamespace where extname <> 'plpgsql' order by 1
                """));
        statements.addAll(column(session, """
                select format('create collation %%I.%%I (provider = icu, locale = %%L, deterministic = %%s)',
                    nspname, collname, colllocale, case when collisdeterministic then 'true' else 'false' end)
                from pg_collation c join pg_namespace n on n.oid = collnamespace where c.oid %s order by 1
                """.formatted(OWN)));
        statements.addAll(column(session, """
                select format('create type %%I.%%I as enum (%%s)', nspname, typname,
                    (select string_agg(quote_literal(enumlabel), ', ' order by enumsortorder) from pg_enum
                     where enumtypid = t.oid))
                from pg_type t join pg_namespace n on n.oid = typnamespace where typtype = 'e' and t.oid %s order by 1
                """.formatted(OWN)));
        statements.addAll(column(session, """
                select pg_get_functiondef(p.oid)
                from pg_proc p join pg_namespace n on n.oid = pronamespace where prokind in ('f', 'p') and p.oid %s
                order by p.oid::regprocedure::text
                """.formatted(OWN)));
        statements.addAll(column(session, """
                select format('create sequence %%s as %%s increment %%s minvalue %%s maxvalue %%s start %%s cache %%s%%s',
                    c.oid::regclass, seqtypid::regtype, seqincrement, seqmin, seqmax, seqstart, seqcache,
                    case when seqcycle then ' cycle' else '' end)
                from pg_sequence s join pg_class c on c.oid = seqrelid join pg_namespace n on n.oid = relnamespace
                where not exists (select from pg_depend where objid = c.oid and deptype = 'i') and c.oid %s order by 1
                """.formatted(OWN)));
        statements.addAll(column(session, """
                select format('create %%stable %%s (%%s)%%s',
                    case relpersistence when 'u' then 'unlogged ' else '' end, c.oid::regclass,
                    (select string_agg(format('%%I %%s%%s%%s%%s', attname, format_type(atttypid, atttypmod),
                        case when attcollation <> 0 and attcollation <> typcollation
                            then ' collate ' || attcollation::regcollation else '' end,
                        case when attgenerated = 's' then ' generated always as (' || pg_get_expr(adbin, adrelid) || ') stored'
                            when attgenerated = 'v' then ' generated always as (' || pg_get_expr(adbin, adrelid) || ')'
                            when attidentity <> '' then format(' generated %%s as identity (sequence name %%s)',
                                case attidentity when 'a' then 'always' else 'by default' end,
                                pg_get_serial_sequence(c.oid::regclass::text, attname))
                            when adbin is not null then ' default ' || pg_get_expr(adbin, adrelid)
                            else '' end,
                        case when attnotnull then ' not null' else '' end), ', ' order by attnum)
                     from pg_attribute join pg_type t on t.oid = atttypid
                        left join pg_attrdef on adrelid = attrelid and adnum = attnum
                     where attrelid = c.oid and attnum > 0 and not attisdropped),
                    coalesce(' with (' || array_to_string(reloptions, ', ') || ')', ''))
                from pg_class c join pg_namespace n on n.oid = relnamespace where c.relkind = 'r' and c.oid %s
                order by c.oid::regclass::text
                """.formatted(OWN)));
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
        for (var sequence : column(session, """
                select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = relnamespace
                where c.relkind = 'S' and c.oid %s order by 1
                """.formatted(OWN)))
            statements.addAll(column(
                    session,
                    "select format('select setval(%%L, %%s, %%L)', '%s', last_value, is_called) from %s"
                            .formatted(sequence.replace("'", "''"), sequence)));
        return statements;
    }

    private static List<String> after(Connection session) throws SQLException {
        var statements = new ArrayList<String>();
        // Foreign keys come last, because they need the keys of other tables.
        statements.addAll(column(session, """
                select format('alter table %%s add constraint %%I %%s', conrelid::regclass, conname, pg_get_constraintdef(k.oid))
                from pg_constraint k join pg_class c on c.oid = conrelid join pg_namespace n on n.oid = relnamespace
                where contype in ('p', 'u', 'x', 'c', 'f') and c.oid %s
                order by contype = 'f', conrelid::regclass::text, conname
                """.formatted(OWN)));
        statements.addAll(column(session, """
                select pg_get_indexdef(i.indexrelid)
                from pg_index i join pg_class c on c.oid = indrelid join pg_namespace n on n.oid = relnamespace
                where not exists (select from pg_constraint where conindid = i.indexrelid and contype in ('p', 'u', 'x'))
                  and c.oid %s order by 1
                """.formatted(OWN)));
        statements.addAll(column(session, """
                select format('alter sequence %%s owned by %%s.%%I', c.oid::regclass, d.refobjid::regclass, attname)
                from pg_class c join pg_namespace n on n.oid = relnamespace
                join pg_depend d on d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'a'
                join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
                where c.relkind = 'S' and c.oid %s order by 1
                """.formatted(OWN)));
        statements.addAll(column(session, """
                select format('create view %%s as %%s', c.oid::regclass, pg_get_viewdef(c.oid))
                from pg_class c join pg_namespace n on n.oid = relnamespace where c.relkind = 'v' and c.oid %s
                order by c.oid
                """.formatted(OWN)));
        statements.addAll(column(session, """
                select pg_get_triggerdef(t.oid) from pg_trigger t join pg_class c on c.oid = tgrelid
                join pg_namespace n on n.oid = relnamespace where not tgisinternal and c.oid %s order by 1
                """.formatted(OWN)));
        statements.addAll(owners(session));
        statements.addAll(rights(session));
        return statements;
    }

    private static List<String> owners(Connection session) throws SQLException {
        return column(session, """
                select format('alter %%s %%s owner to %%I', case c.relkind when 'S' then 'sequence' when 'v' then 'view'
                    else 'table' end, c.oid::regclass, c.relowner::regrole)
                from pg_class c join pg_namespace n on n.oid = relnamespace
                where c.relkind in ('r', 'v', 'S') and not exists
                    (select from pg_depend where objid = c.oid and deptype in ('a', 'i') and c.relkind = 'S') and c.oid %1$s
                union all select format('alter type %%s owner to %%I', t.oid::regtype, typowner::regrole)
                from pg_type t join pg_namespace n on n.oid = typnamespace where typtype = 'e' and t.oid %1$s
                union all select format('alter routine %%s owner to %%I', p.oid::regprocedure, proowner::regrole)
                from pg_proc p join pg_namespace n on n.oid = pronamespace where prokind in ('f', 'p') and p.oid %1$s
                union all select format('alter collation %%s owner to %%I', c.oid::regcollation, collowner::regrole)
                from pg_collation c join pg_namespace n on n.oid = collnamespace where c.oid %1$s
                order by 1
                """.formatted(OWN));
    }

    private static List<String> rights(Connection session) throws SQLException {
        return column(session, """
                select format('revoke all on schema %%I from public', nspname) from pg_namespace n
                where nspacl is not null and n.oid %1$s
                union all select format('grant %%s on schema %%I to %%s', privilege_type, nspname,
                    case grantee when 0 then 'public' else grantee::regrole::text end)
                from pg_namespace n, aclexplode(nspacl) where n.oid %1$s
                union all select format('grant %%s on %%s %%s to %%s', privilege_type,
                    case relkind when 'S' then 'sequence' else 'table' end, c.oid::regclass,
                    case grantee when 0 then 'public' else grantee::regrole::text end)
                from pg_class c join pg_namespace n on n.oid = relnamespace, aclexplode(relacl)
                where relkind in ('r', 'v', 'S') and grantee <> relowner and c.oid %1$s
                union all select format('revoke connect, temporary on database %%I from public', datname)
                from pg_database where datname = current_database() and datacl is not null
                union all select format('grant %%s on database %%I to %%s', privilege_type, datname,
                    case grantee when 0 then 'public' else grantee::regrole::text end)
                from pg_database, aclexplode(datacl) where datname = current_database() and grantee <> datdba
                union all select format('alter role %%I in database %%I set %%s = %%L', setrole::regrole, current_database(),
                    split_part(setting, '=', 1), substr(setting, strpos(setting, '=') + 1))
                from pg_db_role_setting, unnest(setconfig) setting
                where setrole <> 0 and setdatabase = (select oid from pg_database where datname = current_database())
                order by 1 desc
                """.formatted(OWN));
    }

    static List<String> column(Connection session, String query) throws SQLException {
        try (var statement = session.createStatement();
                var rows = statement.executeQuery(query)) {
            var values = new ArrayList<String>();
            while (rows.next()) values.add(rows.getString(1));
            return values;
        }
    }

    static void run(Connection session, String sql) throws SQLException {
        try (var statement = session.createStatement()) {
            statement.execute(sql);
        }
    }
}
