package ilgam.starter.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.starter.messaging.Recorded;
import ilgam.starter.projection.Batch;
import ilgam.starter.projection.EventComponent;
import ilgam.starter.projection.EventComponent.Kind;

/** One row for each addition, written in batches. An amount of 666 violates a constraint of the table. */
@Component
@ProcessingGroup("sums")
@EventComponent(kind = Kind.PROJECTION, processor = "sums", tables = "addition")
public class Sums {

    private record Row(Recorded recorded, UUID counter, int amount) {}

    private final JdbcClient db;
    private final Batch<List<Row>> rows = new Batch<>(ArrayList::new, this::insert);
    private final List<Integer> batchSizes = new CopyOnWriteArrayList<>();
    private final JdbcTemplate jdbc;

    Sums(JdbcClient db, JdbcTemplate jdbc) {
        this.db = db;
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(Counter.Added added, Recorded recorded) {
        rows.current().add(new Row(recorded, added.counter(), added.amount()));
    }

    private void insert(List<Row> batch) {
        batchSizes.add(batch.size());
        jdbc.batchUpdate(
                "insert into addition (counter, sequence, amount, position) values (?, ?, ?, ?)",
                batch.stream()
                        .map(row -> new Object[] {
                            row.counter(),
                            row.recorded().sequence(),
                            row.amount(),
                            row.recorded().position()
                        })
                        .toList());
    }

    public long rows() {
        return db.sql("select count(*) from addition").query(Long.class).single();
    }

    public long rows(UUID counter) {
        return db.sql("select count(*) from addition where counter = ?")
                .param(counter)
                .query(Long.class)
                .single();
    }

    public List<Integer> batchSizes() {
        return batchSizes;
    }
}
