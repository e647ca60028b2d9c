package ilgam.starter.projection;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The transactions of event processors. They commit without waiting for the disk: what a crash of the database takes
 * back, the rows together with the processor's place, comes again from the events, which are on the disk. A statement
 * takes as long as it takes: nobody waits for its answer, and after a time-out the batch would come again for ever.
 *
 * <p>Only for what can be had again. A later transaction that waits for the disk, such as the one that marks a mail as
 * sent, waits for all earlier ones, too.
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
