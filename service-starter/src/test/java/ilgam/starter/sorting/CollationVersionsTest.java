package ilgam.starter.sorting;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import ilgam.starter.test.Postgres;

import static org.assertj.core.api.Assertions.assertThat;

class CollationVersionsTest {

    private final Postgres.Context databases = Postgres.context("work");
    private final JdbcClient db = JdbcClient.create(databases.dataSource());

    @Test
    void indexes_are_rebuilt_when_the_collation_version_differs() {
        db.sql("create collation natural_order (provider = icu, locale = 'und')")
                .update();
        db.sql("create table thing (name text collate natural_order not null)").update();
        db.sql("create index thing_by_name on thing (name)").update();
        db.sql("create index thing_by_bytes on thing (name collate \"C\")").update();
        var built = file("thing_by_name");
        var other = file("thing_by_bytes");
        var version = version();

        new CollationVersions(databases.dataSource()).afterPropertiesSet();
        assertThat(file("thing_by_name")).isEqualTo(built);

        JdbcClient.create(databases.asSuperuser())
                .sql("update pg_collation set collversion = '1' where collname = 'natural_order'")
                .update();
        new CollationVersions(databases.dataSource()).afterPropertiesSet();

        assertThat(version()).isEqualTo(version);
        assertThat(file("thing_by_name")).isNotEqualTo(built);
        assertThat(file("thing_by_bytes")).isEqualTo(other);
    }

    private String version() {
        return db.sql("select collversion from pg_collation where collname = 'natural_order'")
                .query(String.class)
                .single();
    }

    private long file(String index) {
        return db.sql("select pg_relation_filenode(?::regclass)")
                .param(index)
                .query(Long.class)
                .single();
    }
}
