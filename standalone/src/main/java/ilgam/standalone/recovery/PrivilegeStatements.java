package ilgam.standalone.recovery;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import static ilgam.standalone.recovery.Catalogue.OWN;
import static ilgam.standalone.recovery.Sql.column;

/** The statements that give a database's objects to their owners, and grant privileges to others. */
final class PrivilegeStatements {

    private PrivilegeStatements() {}

    static List<String> of(Connection session) throws SQLException {
        var statements = new ArrayList<>(owners(session));
        statements.addAll(privileges(session));
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

    private static List<String> privileges(Connection session) throws SQLException {
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
}
