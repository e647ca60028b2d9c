package ilgam.starter.projection;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.serialization.Serializer;
import org.axonframework.springboot.EventProcessorProperties;
import org.axonframework.springboot.util.DeadLetterQueueProviderConfigurerModule;

/** A dead-letter queue for each processing group, so for each projection, in the context's database. */
public final class DeadLetterQueues extends DeadLetterQueueProviderConfigurerModule {

    /** Failures of more aggregates than this have another cause than the events: the processor stops and retries. */
    private static final int MOST_SEQUENCES = 1024;

    /** More events than an import brings of one item, because waiting events of an aggregate delay nothing else. */
    private static final int LONGEST_SEQUENCE = 1_000_000;

    private final ConnectionProvider connections;
    private final TransactionManager transactions;
    private final Serializer eventSerializer;
    private final Serializer serializer;

    DeadLetterQueues(
            ConnectionProvider connections,
            TransactionManager transactions,
            Serializer eventSerializer,
            Serializer serializer) {
        super(new EventProcessorProperties(), _ -> _ -> null);
        this.connections = connections;
        this.transactions = transactions;
        this.eventSerializer = eventSerializer;
        this.serializer = serializer;
    }

    @Override
    public void configureModule(Configurer configurer) {
        var processing = configurer.eventProcessing();
        processing.registerDeadLetterQueueProvider(group -> {
            processing.registerDeadLetteringEventHandlerInvokerConfiguration(
                    group, (_, invoker) -> invoker.enableSequenceIdentifierCache());
            return _ -> queue(group);
        });
    }

    /** The dead-letter queue of one processing group. */
    public SequencedDeadLetterQueue<EventMessage<?>> queue(String group) {
        return JdbcSequencedDeadLetterQueue.builder()
                .processingGroup(group)
                .connectionProvider(connections)
                .transactionManager(transactions)
                .schema(Tables.DEAD_LETTERS)
                .maxSequences(MOST_SEQUENCES)
                .maxSequenceSize(LONGEST_SEQUENCE)
                .statementFactory(new LetterStatements(serializer, eventSerializer))
                .genericSerializer(serializer)
                .eventSerializer(eventSerializer)
                .build();
    }
}
