package ilgam.starter.projection;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Which events are handled one by one, each behind a savepoint: those of a batch that failed before, and those that come
 * back from the dead-letter queue. All others are handled in batches that stand or fall together.
 */
final class Careful {

    private static final int MOST = 50_000;

    private final Set<String> suspects = ConcurrentHashMap.newKeySet();

    boolean with(Message<?> event) {
        return CurrentUnitOfWork.isStarted()
                && switch (CurrentUnitOfWork.get().root()) {
                    case BatchingUnitOfWork<?> _ -> suspects.contains(event.getIdentifier());
                    case UnitOfWork<?> other -> !(other.getMessage() instanceof CommandMessage<?>);
                };
    }

    void suspect(Collection<? extends Message<?>> events) {
        if (suspects.size() > MOST) suspects.clear();
        events.forEach(event -> suspects.add(event.getIdentifier()));
    }

    void trust(Collection<? extends Message<?>> events) {
        if (!suspects.isEmpty()) events.forEach(event -> suspects.remove(event.getIdentifier()));
    }
}
