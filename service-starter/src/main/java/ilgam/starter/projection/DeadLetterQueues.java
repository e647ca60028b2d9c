package ilgam.starter.projection;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configurer;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.serialization.Serializer;
import org.axonframework.springboot.EventProcessorProperties;
import org.axonframework.springboot.util.DeadLetterQueueProviderConfigurerModule;

/** Every processing group has a dead-letter queue in the context's database. */
final class DeadLetterQueues extends DeadLetterQueueProviderConfigurerModule {

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
            return _ -> JdbcSequencedDeadLetterQueue.builder()
                    .processingGroup(group)
                    .connectionProvider(connections)
                    .transactionManager(transactions)
                    .schema(Tables.DEAD_LETTERS)
                    .genericSerializer(serializer)
                    .eventSerializer(eventSerializer)
                    .build();
        });
    }
}
