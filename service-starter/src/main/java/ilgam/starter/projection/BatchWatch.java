package ilgam.starter.projection;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Sees how each batch of events ends. */
final class BatchWatch implements MessageHandlerInterceptor<EventMessage<?>> {

    private static final String KEY = BatchWatch.class.getName();

    private final Careful careful;
    private final ReadYourWrites readYourWrites;

    BatchWatch(Careful careful, ReadYourWrites readYourWrites) {
        this.careful = careful;
        this.readYourWrites = readYourWrites;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends EventMessage<?>> unit, InterceptorChain chain)
            throws Exception {
        if (unit.root().resources().putIfAbsent(KEY, KEY) == null) watch(unit.root());
        return chain.proceed();
    }

    private void watch(UnitOfWork<?> root) {
        root.afterCommit(_ -> readYourWrites.batchProcessed());
        if (root instanceof BatchingUnitOfWork<?> batch) {
            batch.onRollback(_ -> careful.suspect(batch.getMessages()));
            batch.afterCommit(_ -> careful.trust(batch.getMessages()));
        }
    }
}
