package ilgam.starter.sample;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A request whose statement exceeds the statement time-out. */
@RestController
class SlowApi {

    private final JdbcClient db;
    private final TransactionOperations transaction;

    SlowApi(JdbcClient db, TransactionOperations transaction) {
        this.db = db;
        this.transaction = transaction;
    }

    @GetMapping("/api/slow")
    void slow() {
        transaction.executeWithoutResult(_ -> {
            db.sql("set local statement_timeout = 50").update();
            db.sql("select pg_sleep(20)").query().listOfRows();
        });
    }
}
