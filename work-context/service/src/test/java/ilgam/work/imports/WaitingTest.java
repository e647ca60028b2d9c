package ilgam.work.imports;

import java.util.concurrent.ExecutionException;

import io.grpc.Status;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WaitingTest {

    @Test
    void an_import_tells_what_it_waits_for() {
        var away = Status.UNAVAILABLE.asRuntimeException();

        assertThat(Waiting.after(new ExecutionException(away)).reason())
                .as("a command of its own")
                .isEqualTo("event-store-away");
        assertThat(Waiting.after(new PeopleAnnouncer.Away(true, null)).reason())
                .as("told by the member context")
                .isEqualTo("event-store-away");
        assertThat(Waiting.after(new PeopleAnnouncer.Away(false, null)).reason())
                .isEqualTo("member-context-away");
        assertThat(Waiting.after(new IllegalStateException("a bug")).reason()).isEqualTo("interrupted");
    }
}
