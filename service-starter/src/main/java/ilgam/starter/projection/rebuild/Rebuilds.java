package ilgam.starter.projection.rebuild;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.simple.JdbcClient;

import ilgam.starter.projection.DeadLetterQueues;
import ilgam.starter.projection.Processors;
import ilgam.starter.projection.Projections.Entry;

/**
 * Rebuilds of projections beside the old ones: with their own tables, dead letters, and a reader from the first event.
 */
final class Rebuilds {

    /** Suffix of the projection's name in the dead letters of its rebuild, which become its own with the swap. */
    static final String SUFFIX = "~rebuild";

    private final JdbcClient database;
    private final ShadowTables tables;
    private final StoredTokens tokens;
    private final TokenStore tokenStore;
    private final EventStore store;
    private final DeadLetterQueues letters;
    private final TransactionManager transactions;
    private final TransactionManager letterTransactions;

    Rebuilds(
            JdbcClient database,
            ShadowTables tables,
            StoredTokens tokens,
            TokenStore tokenStore,
            EventStore store,
            DeadLetterQueues letters,
            TransactionManager transactions,
            TransactionManager letterTransactions) {
        this.database = database;
        this.tables = tables;
        this.tokens = tokens;
        this.tokenStore = tokenStore;
        this.store = store;
        this.letters = letters;
        this.transactions = transactions;
        this.letterTransactions = letterTransactions;
    }

    /** Creates empty tables and tokens before the first event, in the current transaction. */
    void begin(Entry projection) {
        tables.make(projection);
        forgetLetters(projection.name() + SUFFIX);
        tokens.begin(OwnReader.nameFor(projection.name()), projection.processor(), tokenStore, store.createTailToken());
    }

    /** The projection's handlers, writing to the rebuild's tables and dead letters. */
    EventHandlerInvoker component(Entry projection, Processors processors) {
        var handlers = (SimpleEventHandlerInvoker) processors.component(projection.name());
        var processing = processors.axon().eventProcessingConfiguration();
        return DeadLetteringEventHandlerInvoker.builder()
                .eventHandlers(handlers.eventHandlers())
                .sequencingPolicy(handlers.getSequencingPolicy())
                .queue(letters.queue(projection.name() + SUFFIX))
                .enqueuePolicy(processing.deadLetterPolicy(projection.name()).orElseThrow())
                .transactionManager(letterTransactions)
                .enableSequenceIdentifierCache()
                .build();
    }

    TransactionManager transactions(Entry projection) {
        return new ShadowTransactions(transactions, database, ShadowTables.schemaOf(projection.name()));
    }

    /** Does the slow part of the swap while processors go on, in the current transaction. */
    void prepare(Entry projection) {
        tables.analyze(projection);
    }

    /** Swaps the new tables and dead letters for the old ones, in the current transaction. */
    void takePlace(Entry projection) {
        tables.swap(projection);
        forgetLetters(projection.name());
        database.sql("update dead_letter set processing_group = ? where processing_group = ?")
                .params(projection.name(), projection.name() + SUFFIX)
                .update();
    }

    /** Drops everything of the rebuild. */
    void drop(Entry projection) {
        tables.drop(projection);
        forgetLetters(projection.name() + SUFFIX);
    }

    private void forgetLetters(String group) {
        database.sql("delete from dead_letter where processing_group = ?")
                .param(group)
                .update();
    }
}
