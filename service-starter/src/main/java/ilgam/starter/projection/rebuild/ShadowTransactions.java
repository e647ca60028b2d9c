package ilgam.starter.projection.rebuild;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Transactions of a rebuild: names of the projection's own tables resolve to the shadow tables, all others to the
 * public ones.
 */
final class ShadowTransactions implements TransactionManager {

    private final TransactionManager transactions;
    private final JdbcClient database;
    private final String schema;

    ShadowTransactions(TransactionManager transactions, JdbcClient database, String schema) {
        this.transactions = transactions;
        this.database = database;
        this.schema = schema;
    }

    @Override
    public Transaction startTransaction() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) return transactions.startTransaction();
        var transaction = transactions.startTransaction();
        try {
            boolean there = database.sql("select set_config('synchronous_commit', 'off', true) is not null"
                            + " and set_config('statement_timeout', '0', true) is not null"
                            + " and set_config('search_path', ?, true) is not null and to_regnamespace(?) is not null")
                    .params(schema + ", public", schema)
                    .query(Boolean.class)
                    .single();
            if (!there) throw new IllegalStateException("There are no tables of a rebuild in " + schema);
            return transaction;
        } catch (RuntimeException failure) {
            transaction.rollback();
            throw failure;
        }
    }
}
