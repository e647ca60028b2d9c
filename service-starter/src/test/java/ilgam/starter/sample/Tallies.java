package ilgam.starter.sample;

import java.util.UUID;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.starter.projection.EventComponent;
import ilgam.starter.projection.EventComponent.Kind;

/** The number of events of each counter, handled by the same processor as {@link Sums}. */
@Component
@ProcessingGroup("tallies")
@EventComponent(kind = Kind.PROJECTION, processor = "sums", tables = "tally")
public class Tallies {

    private final JdbcClient db;

    Tallies(JdbcClient db) {
        this.db = db;
    }

    @EventHandler
    void on(Counter.Added added) {
        db.sql("insert into tally (counter, events) values (?, 1)"
                        + " on conflict (counter) do update set events = tally.events + 1")
                .param(added.counter())
                .update();
    }

    public long events(UUID counter) {
        return db.sql("select coalesce(max(events), 0) from tally where counter = ?")
                .param(counter)
                .query(Long.class)
                .single();
    }
}
