package ilgam.work.list;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.UUID;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import ilgam.starter.test.Postgres;

import static org.assertj.core.api.Assertions.assertThat;

class OneSpellingTest {

    private static final String DECOMPOSED = Normalizer.normalize("긴급", Form.NFD);

    private final Postgres.Context databases = Postgres.context("work");
    private final JdbcClient db = JdbcClient.create(databases.dataSource());

    @Test
    void rows_of_earlier_times_are_brought_to_the_one_spelling() {
        migrateTo("302");
        var item = UUID.randomUUID();
        db.sql("insert into item_text (item_id, text) values (?, ?)")
                .params(item, DECOMPOSED)
                .update();
        db.sql("""
                        insert into item_version (item_id, from_at, to_at, version, sets, project_id, number, created_at,
                                                  kind, title, priority, labels, labels_set, deleted)
                        values (?, now(), 'infinity', 0, 0, ?, 1, now(), 'TASK', ?, 'NONE', array['a', ?, '긴급'], '{}', false)
                        """).params(item, UUID.randomUUID(), DECOMPOSED, DECOMPOSED).update();

        migrateTo("latest");

        assertThat(text("select text from item_text")).isEqualTo("긴급");
        assertThat(text("select array_to_string(labels, ',') from item_version"))
                .isEqualTo("a,긴급");
        assertThat(text("select array_to_string(labels_set, ',') from item_version"))
                .isEmpty();
        assertThat(text("select title from item_version")).isEqualTo(DECOMPOSED);
    }

    private String text(String sql) {
        return db.sql(sql).query(String.class).single();
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(databases.dataSource())
                .locations("classpath:ilgam/migration", "classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }
}
