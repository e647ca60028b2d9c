package ilgam.starter.projection;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/** Creates pooled streaming event processors that start with the first event. */
public final class Processors {

    private final ProcessorsProperties properties;
    private final ScheduledExecutorService workers;
    private final ScheduledExecutorService coordinators;
    private final ScheduledExecutorService readerThreads;
    private final TransactionManager transactions;
    private final Gates gates;
    private final BatchWatch watch;
    private final Map<String, EventHandlerInvoker> components = new ConcurrentHashMap<>();
    private volatile @Nullable Configuration axon;

    Processors(
            ProcessorsProperties properties,
            ScheduledExecutorService workers,
            ScheduledExecutorService coordinators,
            ScheduledExecutorService readerThreads,
            TransactionManager transactions,
            Gates gates,
            BatchWatch watch) {
        this.properties = properties;
        this.workers = workers;
        this.coordinators = coordinators;
        this.readerThreads = readerThreads;
        this.transactions = transactions;
        this.gates = gates;
        this.watch = watch;
    }

    /** A processor for several components. */
    PooledStreamingEventProcessor make(String name, Configuration configuration, EventHandlerInvoker invoker) {
        axon = configuration;
        var all = Components.of(invoker, gates);
        components.putAll(all.byName());
        return builder(name, configuration)
                .eventHandlerInvoker(all)
                .transactionManager(transactions)
                .workerExecutor(workers)
                .coordinatorExecutor(coordinators)
                .initialSegmentCount(properties.segmentsOf().getOrDefault(name, properties.segments()))
                .initialToken(StreamableMessageSource::createTailToken)
                .build();
    }

    /**
     * A processor for a single projection, which starts at its stored tokens and ignores which projections other
     * processors skip. It has its own threads, because all other processors stop while a projection is returned.
     */
    public PooledStreamingEventProcessor reader(
            String name, EventHandlerInvoker reader, TransactionManager itsTransactions) {
        var configuration = axon();
        var processor = builder(name, configuration)
                .eventHandlerInvoker(reader)
                .workerExecutor(readerThreads)
                .coordinatorExecutor(readerThreads)
                .transactionManager(itsTransactions)
                .initialToken(_ -> {
                    throw new IllegalStateException("%s has been returned already.".formatted(name));
                })
                .build();
        processor.registerHandlerInterceptor(watch);
        return processor;
    }

    private PooledStreamingEventProcessor.Builder builder(String name, Configuration configuration) {
        var processing = configuration.eventProcessingConfiguration();
        long claims = properties.claimTimeout().toMillis() * 3 / 7;
        return PooledStreamingEventProcessor.builder()
                .name(name)
                .rollbackConfiguration(processing.rollbackConfiguration(name))
                .errorHandler(processing.errorHandler(name))
                .messageMonitor(processing.messageMonitor(PooledStreamingEventProcessor.class, name))
                .messageSource(configuration.eventStore())
                .tokenStore(processing.tokenStore(name))
                .batchSize(properties.batchSize())
                .tokenClaimInterval(claims)
                .claimExtensionThreshold(claims);
    }

    /** The configuration that the processors were made with. */
    public Configuration axon() {
        return Objects.requireNonNull(axon);
    }

    /** The handlers of a projection. */
    public EventHandlerInvoker component(String projection) {
        return Objects.requireNonNull(components.get(projection), projection);
    }

    BatchWatch watch() {
        return watch;
    }

    /** Whether a projection that its processor skips has handled this event by its own reader. */
    public boolean hasMet(String projection, EventMessage<?> event) {
        return gates.hasMet(projection, event.getIdentifier());
    }
}
