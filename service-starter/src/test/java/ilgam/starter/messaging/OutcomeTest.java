package ilgam.starter.messaging;

import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import io.grpc.Status;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.Test;

import ilgam.starter.sample.Counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OutcomeTest {

    private final CommandExecutionException refusal =
            new CommandExecutionException("No.", null, Counter.Refusal.NEGATIVE);

    @Test
    void only_a_failure_with_a_reason_is_a_refusal() {
        assertThat(Outcome.of(refusal)).isEqualTo(Outcome.REFUSED);
        assertThat(Outcome.of(new ConcurrentModification(new RuntimeException())))
                .isEqualTo(Outcome.REFUSED);
        assertThat(Outcome.of(new CommandExecutionException("Something broke.", null)))
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(Outcome.of(new IllegalStateException())).isEqualTo(Outcome.UNKNOWN);
        assertThat(Outcome.of(new AlreadyExists(new RuntimeException())))
                .as("by an earlier attempt, whose reservations these are")
                .isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void an_absent_event_store_says_whether_the_command_was_sent() {
        assertThat(Outcome.of(EventStoreAway.notSent())).isEqualTo(Outcome.NOT_SENT);
        assertThat(Outcome.of(EventStoreAway.unknown(new TimeoutException()))).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void a_reservation_is_released_only_if_certainly_nothing_was_appended() {
        assertThat(isGivenBackAfter(refusal)).isTrue();
        assertThat(isGivenBackAfter(EventStoreAway.notSent())).isTrue();
        assertThat(isGivenBackAfter(EventStoreAway.unknown(null))).isFalse();
        assertThat(isGivenBackAfter(new IllegalStateException())).isFalse();
    }

    @Test
    void all_failures_of_an_absent_event_store_are_recognised() {
        assertThat(EventStoreAway.isIn(Status.UNAVAILABLE.asRuntimeException())).isTrue();
        assertThat(EventStoreAway.isIn(new EventStoreException("x", new TimeoutException())))
                .isTrue();
        assertThat(EventStoreAway.isIn(new CommandExecutionException("UNAVAILABLE: io exception", null)))
                .isTrue();
        assertThat(EventStoreAway.isIn(new IllegalStateException(EventStoreAway.notSent())))
                .isTrue();
        assertThat(EventStoreAway.isIn(refusal)).isFalse();
        assertThat(EventStoreAway.isIn(Status.INVALID_ARGUMENT.asRuntimeException()))
                .isFalse();
        assertThat(EventStoreAway.isIn(null)).isFalse();
    }

    private static boolean isGivenBackAfter(RuntimeException failure) {
        var givenBack = new AtomicBoolean();
        assertThatThrownBy(() -> Outcome.orGiveBack(
                        () -> {
                            throw failure;
                        },
                        () -> givenBack.set(true)))
                .isSameAs(failure);
        return givenBack.get();
    }
}
