package ilgam.work.imports;

import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import io.grpc.Status;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;

import static org.assertj.core.api.Assertions.assertThat;

class WaitingTest {

    @Test
    void an_import_tells_what_it_waits_for() {
        var away = Status.UNAVAILABLE.asRuntimeException();

        assertThat(Waiting.after(new ExecutionException(away)).reason())
                .as("a command of its own")
                .isEqualTo("event-store-away");
        assertThat(Waiting.after(new MemberContextAway(true, null)).reason())
                .as("told by the member context")
                .isEqualTo("event-store-away");
        assertThat(Waiting.after(new MemberContextAway(false, null)).reason()).isEqualTo("member-context-away");
        assertThat(Waiting.after(new IllegalStateException("a bug")).reason()).isEqualTo("interrupted");
    }

    @Test
    void only_a_fault_of_its_own_can_end_an_import() {
        assertThat(Waiting.after(new CannotCreateTransactionException("no connection")))
                .isEqualTo(Waiting.DATABASE_AWAY);
        assertThat(Waiting.after(
                        new UncategorizedSQLException("", "", new SQLException("ended by an operator", "57P01"))))
                .isEqualTo(Waiting.DATABASE_AWAY);
        assertThat(Waiting.after(new IllegalStateException(new InterruptedException())))
                .isEqualTo(Waiting.STOPPED);
        assertThat(Waiting.after(new UncategorizedSQLException("", "", new SQLException("a fault", "P0001"))))
                .isEqualTo(Waiting.INTERRUPTED);
        assertThat(Stream.of(Waiting.values()).filter(waiting -> !waiting.isOutage()))
                .containsExactly(Waiting.INTERRUPTED);
    }
}
