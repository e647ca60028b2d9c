package ilgam.standalone.recovery;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import static ilgam.standalone.recovery.Catalogue.OWN;
import static ilgam.standalone.recovery.Sql.column;

/** The statements that create what follows a database's rows: constraints, indexes, views and triggers. */
final class ConstraintStatements {

    private ConstraintStatements() {}

    static List<String> of(Connection session) throws SQLException {
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
        return statements;
    }
}
