package ilgam.starter.projection;

import java.time.Duration;
import java.util.Optional;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The transactions in which processors handle events for all their projections. While one is open, no projection can be
 * taken from its processor or returned to it. As in {@link ProcessorTransactions}, commits are asynchronous and
 * statements have no time-out.
 */
final class ProjectingTransactions implements TransactionManager {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final TransactionManager transactions;
    private final JdbcClient database;
    private final Gates gates;

    ProjectingTransactions(TransactionManager transactions, JdbcClient database, Gates gates) {
        this.transactions = transactions;
        this.database = database;
        this.gates = gates;
    }

    @Override
    public Transaction startTransaction() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) return transactions.startTransaction();
        long patience = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var transaction = begun();
            if (transaction != null) return transaction;
            if (System.nanoTime() > patience)
                throw new IllegalStateException("The projections were locked for too long.");
            LockPolling.pause();
        }
    }

    /**
     * Begins a transaction; null while another one holds the exclusive lock. No connection is held between attempts.
     */
    private @Nullable Transaction begun() {
        var transaction = transactions.startTransaction();
        try {
            var generation = database.sql("select begin_projecting(), set_config('statement_timeout', '0', true)")
                    .query((row, _) -> Optional.ofNullable(row.getObject(1, Long.class)))
                    .single();
            generation.ifPresentOrElse(gates::refresh, transaction::rollback);
            return generation.isPresent() ? transaction : null;
        } catch (RuntimeException failure) {
            transaction.rollback();
            throw failure;
        }
    }
}
