package ilgam.work;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberEvent;
import ilgam.member.replica.MemberReplica;
import ilgam.starter.messaging.Metadata;
import ilgam.starter.security.Caller;
import ilgam.starter.test.FedProjections;
import ilgam.starter.test.Postgres;
import ilgam.work.language.ItemEvent;
import ilgam.work.language.ProjectEvent;

/** Feeds events to the real projections over a real database, batch by batch, as their processors would. */
public final class Feed implements AutoCloseable {

    private final FedProjections projections;
    private final List<DomainEventMessage<?>> waiting = new ArrayList<>();
    private final HikariDataSource dataSource = new HikariDataSource();

    public Feed(Clock clock) {
        dataSource.setDataSource(Postgres.context("work").migrated().dataSource());
        dataSource.setMaximumPoolSize(4);
        projections = new FedProjections(dataSource, beans -> {
            beans.registerBean(Clock.class, () -> clock);
            beans.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
            beans.register(MemberReplica.class);
            beans.scan(
                    "ilgam.work.people",
                    "ilgam.work.projects",
                    "ilgam.work.list",
                    "ilgam.work.history",
                    "ilgam.work.mywork",
                    "ilgam.work.relations");
        });
    }

    public <T> T the(Class<T> type) {
        return projections.the(type);
    }

    public Feed happens(Instant at, @Nullable UUID actor, ItemEvent event) {
        return happens(at, actor, "api", event.item().value(), event);
    }

    public Feed happens(Instant at, @Nullable UUID actor, ProjectEvent event) {
        return happens(at, actor, "api", event.project().value(), event);
    }

    /** Appends to the batch that {@link #read} hands over. */
    public Feed happens(Instant at, @Nullable UUID actor, String source, UUID aggregate, Object event) {
        var metadata = new HashMap<>(Map.of(Metadata.SOURCE, source));
        if (actor != null) metadata.put(Metadata.ACTOR, actor.toString());
        waiting.add(projections.event(at, aggregate, event, metadata));
        return this;
    }

    /** The projections read everything that happened since as one batch. */
    public void read() {
        var batch = List.copyOf(waiting);
        waiting.clear();
        read(batch);
    }

    public void read(List<? extends DomainEventMessage<?>> batch) {
        projections.handle(batch);
    }

    /** The projections are to be made again from the first event. */
    public void reset() {
        projections.reset();
    }

    public Feed happens(Instant at, @Nullable UUID actor, MemberEvent event) {
        return happens(at, actor, "web", event.member().value(), event);
    }

    /** Everything that waits to be read, so that a test can cut it into batches of its own. */
    public List<DomainEventMessage<?>> take() {
        var batch = List.copyOf(waiting);
        waiting.clear();
        return batch;
    }

    public int waiting() {
        return waiting.size();
    }

    public static Caller member(UUID id) {
        return new Caller(id, "MEMBER", Set.of("read", "write", "admin"), Set.of(), Set.of(), "web");
    }

    public static Caller admin(UUID id) {
        return new Caller(id, "ADMIN", Set.of("read", "write", "admin"), Set.of(), Set.of(), "web");
    }

    @Override
    public void close() {
        projections.close();
        dataSource.close();
    }
}
