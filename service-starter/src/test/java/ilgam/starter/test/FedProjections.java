package ilgam.starter.test;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import javax.sql.DataSource;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

import ilgam.starter.messaging.Metadata;
import ilgam.starter.messaging.RecordedResolver;

/** The real projections on a real database, fed with events directly, batch by batch, as their processors would. */
public final class FedProjections implements AutoCloseable {

    private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
    private final List<AnnotationEventHandlerAdapter> projections;
    private final TransactionTemplate transactions;
    private final Map<UUID, Long> sequences = new HashMap<>();

    /**
     * Creates the projections.
     *
     * @param database with the tables
     * @param further adds the projections, and what they need beside the database
     */
    public FedProjections(DataSource database, Consumer<AnnotationConfigApplicationContext> further) {
        beans.getBeanFactory().registerSingleton("database", database); // which closing the projections leaves open
        beans.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database));
        beans.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        beans.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
        further.accept(beans);
        beans.refresh();
        var parameters = MultiParameterResolverFactory.ordered(
                ClasspathParameterResolverFactory.forClass(FedProjections.class), new RecordedResolver());
        projections = beans.getBeansWithAnnotation(ProcessingGroup.class).values().stream()
                .map(projection -> new AnnotationEventHandlerAdapter(projection, parameters))
                .toList();
        transactions = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    public <T> T the(Class<T> type) {
        return beans.getBean(type);
    }

    /** The next event of an aggregate. */
    public DomainEventMessage<?> event(Instant at, UUID aggregate, Object event, Map<String, String> metadata) {
        var sequence = sequences.merge(aggregate, 0L, (last, _) -> last + 1);
        var all = new HashMap<>(metadata);
        all.put(Metadata.OCCURRED_AT, at.toString());
        return new GenericDomainEventMessage<>("test", aggregate.toString(), sequence, event, all);
    }

    /** Handles a batch of events as one unit of work in one transaction. */
    public void handle(List<? extends EventMessage<?>> batch) {
        if (batch.isEmpty()) return;
        transactions.executeWithoutResult(_ -> {
            var unit = new BatchingUnitOfWork<EventMessage<?>>(List.copyOf(batch));
            unit.start();
            var result = unit.executeWithResult(() -> {
                for (var projection : projections) projection.handle(unit.getMessage());
                return null;
            });
            if (result.isExceptional()) throw new IllegalStateException(result.exceptionResult());
        });
    }

    /** Prepares the projections for a replay from the first event. */
    public void reset() {
        transactions.executeWithoutResult(_ -> projections.forEach(projection -> projection.prepareReset(null)));
    }

    @Override
    public void close() {
        beans.close();
    }
}
