package ilgam.starter.projection;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Transactions of event processors. They commit asynchronously: what a database crash loses, the rows together with the
 * processor's token, is projected again from the events, which are on disk. Statements have no time-out: nobody waits
 * for them, and after a time-out the batch would fail in the same way again and again.
 *
 * <p>Only for what can be projected again. A later synchronous commit, such as the one that marks a mail as sent, also
 * makes all earlier ones durable.
 */
final class ProcessorTransactions implements TransactionManager {

    private final TransactionManager transactions;
    private final JdbcClient database;

    ProcessorTransactions(TransactionManager transactions, JdbcClient database) {
        this.transactions = transactions;
        this.database = database;
    }

    @Override
    public Transaction startTransaction() {
        var transaction = transactions.startTransaction();
        try {
            database.sql("set local synchronous_commit = off; set local statement_timeout = 0")
                    .update();
            return transaction;
        } catch (RuntimeException failure) {
            transaction.rollback();
            throw failure;
        }
    }
}
