package ilgam.work;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

import ilgam.member.language.MemberEvent;
import ilgam.starter.messaging.Metadata;
import ilgam.starter.messaging.RecordedResolver;
import ilgam.starter.security.Caller;
import ilgam.starter.test.Postgres;
import ilgam.work.language.ItemEvent;
import ilgam.work.language.ProjectEvent;

/** Feeds events to the real projections over a real database, batch by batch, as their processors would. */
public final class Feed implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final List<AnnotationEventHandlerAdapter> projections = new ArrayList<>();
    private final Map<UUID, Long> sequences = new HashMap<>();
    private final HikariDataSource dataSource;
    private final TransactionTemplate transaction;
    private final List<DomainEventMessage<?>> waiting = new ArrayList<>();

    public Feed(Clock clock) {
        var database = Postgres.context("work").settings();
        var pool = new HikariConfig();
        pool.setJdbcUrl(String.valueOf(database.get("spring.datasource.url")));
        pool.setUsername(String.valueOf(database.get("spring.datasource.username")));
        pool.setPassword(String.valueOf(database.get("spring.datasource.password")));
        pool.setMaximumPoolSize(4);
        dataSource = new HikariDataSource(pool);
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:ilgam/migration", "classpath:db/migration")
                .load()
                .migrate();
        context.registerBean(DataSource.class, () -> dataSource);
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(dataSource));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(dataSource));
        context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.scan(
                "ilgam.work.alias",
                "ilgam.work.people",
                "ilgam.work.projects",
                "ilgam.work.list",
                "ilgam.work.history",
                "ilgam.work.mywork",
                "ilgam.work.relations",
                "ilgam.work.team",
                "ilgam.work.calendar");
        context.refresh();
        var parameters = MultiParameterResolverFactory.ordered(
                ClasspathParameterResolverFactory.forClass(Feed.class), new RecordedResolver());
        context.getBeansWithAnnotation(ProcessingGroup.class)
                .values()
                .forEach(bean -> projections.add(new AnnotationEventHandlerAdapter(bean, parameters)));
        transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    }

    public <T> T the(Class<T> type) {
        return context.getBean(type);
    }

    public Feed happens(Instant at, @Nullable UUID actor, ItemEvent event) {
        return happens(at, actor, "api", event.item().value(), event);
    }

    public Feed happens(Instant at, @Nullable UUID actor, ProjectEvent event) {
        return happens(at, actor, "api", event.project().value(), event);
    }

    /** Appends to the batch that {@link #read} hands over. */
    public Feed happens(Instant at, @Nullable UUID actor, String source, UUID aggregate, Object event) {
        var sequence = sequences.merge(aggregate, 0L, (last, _) -> last + 1);
        var metadata = new HashMap<String, Object>();
        metadata.put(Metadata.OCCURRED_AT, at.toString());
        metadata.put(Metadata.SOURCE, source);
        if (actor != null) metadata.put(Metadata.ACTOR, actor.toString());
        waiting.add(new GenericDomainEventMessage<>("test", aggregate.toString(), sequence, event, metadata));
        return this;
    }

    /** The projections read everything that happened since as one batch. */
    public void read() {
        var batch = List.copyOf(waiting);
        waiting.clear();
        read(batch);
    }

    public void read(List<? extends DomainEventMessage<?>> batch) {
        if (batch.isEmpty()) return;
        transaction.executeWithoutResult(_ -> {
            var unit = new BatchingUnitOfWork<DomainEventMessage<?>>(List.copyOf(batch));
            unit.start();
            var result = unit.executeWithResult(() -> {
                for (var projection : projections) projection.handle(unit.getMessage());
                return null;
            });
            if (result.isExceptional()) throw new IllegalStateException(result.exceptionResult());
        });
    }

    /** The projections are to be made again from the first event. */
    public void reset() {
        transaction.executeWithoutResult(_ -> projections.forEach(projection -> projection.prepareReset(null)));
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
        dataSource.close();
        context.close();
    }
}
