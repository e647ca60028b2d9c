package ilgam.standalone.recovery;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import static ilgam.standalone.recovery.Catalogue.OWN;
import static ilgam.standalone.recovery.Sql.column;

/** The statements that create what must precede a database's rows: schemas, types, functions, sequences, bare tables. */
final class StructureStatements {

    private StructureStatements() {}

    static List<String> of(Connection session) throws SQLException {
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
}
