package ilgam.starter.test;

import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** How tables are defined: columns, constraints, indexes and options. */
public final class TableShapes {

    private TableShapes() {}

    static List<String> of(JdbcClient database, Collection<String> tables) {
        return database.sql("""
                        select indexdef from pg_indexes where schemaname = 'public' and tablename = any (:tables)
                        union all
                        select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
                        where conrelid = any (:tables::regclass[])
                        union all
                        select oid::regclass || ' ' || coalesce(reloptions::text, '') from pg_class
                        where oid = any (:tables::regclass[])
                        union all
                        select table_name || ' ' || column_name || ' ' || data_type || ' ' || coalesce(column_default, '')
                            || ' ' || is_nullable || ' ' || ordinal_position
                        from information_schema.columns where table_schema = 'public' and table_name = any (:tables)
                        order by 1""")
                .param("tables", tables.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** Checks that a context's own migrations have left a replica's tables as the replica's alone create them. */
    public static void mustBeThoseOfTheReplica(String context, String... tables) {
        var alone = Postgres.context(context).migratedBy("classpath:ilgam/migration");
        var together = Postgres.context(context).migrated();
        assertThat(of(JdbcClient.create(together.dataSource()), List.of(tables)))
                .isEqualTo(of(JdbcClient.create(alone.dataSource()), List.of(tables)));
    }
}
