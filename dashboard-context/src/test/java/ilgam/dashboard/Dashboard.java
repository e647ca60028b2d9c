package ilgam.dashboard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import javax.sql.DataSource;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

import ilgam.starter.messaging.RecordedResolver;

/** The real projections and figures on a database of their own, fed directly instead of by event processors. */
final class Dashboard implements AutoCloseable {

    private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
    private final List<AnnotationEventHandlerAdapter> projections;
    private final TransactionTemplate transactions;
    private long position;

    Dashboard(DataSource database) {
        beans.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database));
        beans.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        beans.registerBean(
                "figures",
                JdbcClient.class,
                () -> JdbcClient.create(database),
                bean -> ((AbstractBeanDefinition) bean).setDefaultCandidate(false));
        beans.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
        beans.scan(
                "ilgam.dashboard.alias",
                "ilgam.dashboard.calendar",
                "ilgam.dashboard.project",
                "ilgam.dashboard.span",
                "ilgam.dashboard.team",
                "ilgam.dashboard.figures");
        beans.refresh();
        projections = beans.getBeansWithAnnotation(ProcessingGroup.class).values().stream()
                .map(projection -> new AnnotationEventHandlerAdapter(
                        projection,
                        MultiParameterResolverFactory.ordered(
                                new RecordedResolver(), ClasspathParameterResolverFactory.forClass(Dashboard.class))))
                .toList();
        transactions = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    <T> T get(Class<T> type) {
        return beans.getBean(type);
    }

    /** Handles a batch of events as one unit of work in one transaction. */
    void take(Collection<StoredEvent> batch) {
        var messages = new ArrayList<TrackedEventMessage<?>>();
        for (var stored : batch) messages.add(stored.at(++position));
        transactions.executeWithoutResult(_ -> projections.forEach(projection -> handle(projection, messages)));
    }

    void reset() {
        projections.forEach(projection -> projection.prepareReset(null));
    }

    private static void handle(AnnotationEventHandlerAdapter projection, List<TrackedEventMessage<?>> messages) {
        var unit = new BatchingUnitOfWork<>(messages);
        var result = unit.executeWithResult(() -> projection.handle(unit.getMessage()));
        if (result.isExceptional()) throw new IllegalStateException(result.exceptionResult());
    }

    @Override
    public void close() {
        beans.close();
    }
}
