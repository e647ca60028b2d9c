package ilgam.dashboard;

import java.util.ArrayList;
import java.util.Collection;

import javax.sql.DataSource;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.jdbc.core.simple.JdbcClient;

import ilgam.member.replica.MemberReplica;
import ilgam.starter.test.FedProjections;

/** The real projections and figures on a database of their own, fed directly instead of by event processors. */
final class Dashboard implements AutoCloseable {

    private final FedProjections projections;
    private long position;

    Dashboard(DataSource database) {
        projections = new FedProjections(database, beans -> {
            beans.registerBean(
                    "figures",
                    JdbcClient.class,
                    () -> JdbcClient.create(database),
                    bean -> ((AbstractBeanDefinition) bean).setDefaultCandidate(false));
            beans.register(MemberReplica.class);
            beans.scan(
                    "ilgam.dashboard.project",
                    "ilgam.dashboard.span",
                    "ilgam.dashboard.team",
                    "ilgam.dashboard.figures");
        });
    }

    <T> T get(Class<T> type) {
        return projections.the(type);
    }

    /** Handles a batch of events as one unit of work in one transaction. */
    void take(Collection<StoredEvent> batch) {
        var messages = new ArrayList<TrackedEventMessage<?>>();
        for (var stored : batch) messages.add(stored.at(++position));
        projections.handle(messages);
    }

    void reset() {
        projections.reset();
    }

    @Override
    public void close() {
        projections.close();
    }
}
