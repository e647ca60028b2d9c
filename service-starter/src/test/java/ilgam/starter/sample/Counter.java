package ilgam.starter.sample;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import ilgam.starter.messaging.RuleRefused;
import ilgam.starter.refusal.RuleReason;
import ilgam.starter.refusal.Sentence;
import ilgam.starter.snapshots.Snapshot;
import ilgam.starter.snapshots.Snapshotted;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

@Aggregate(snapshotTriggerDefinition = "lastOccurrence")
public class Counter implements Snapshotted {

    public record Open(@TargetAggregateIdentifier UUID counter) {}

    public record Add(@TargetAggregateIdentifier UUID counter, int amount, int events) {}

    public record Change(@TargetAggregateIdentifier UUID counter, List<Step> steps) {}

    /** Returns the version, as the aggregates of the contexts do. */
    public record Increment(@TargetAggregateIdentifier UUID counter) {}

    /** Changes nothing; returns the sum. */
    public record Ask(@TargetAggregateIdentifier UUID counter) {}

    /** Returns the name. */
    public record AskName(@TargetAggregateIdentifier UUID counter) {}

    /** Its handler has a bug. */
    public record Break(@TargetAggregateIdentifier UUID counter) {}

    public sealed interface Step {
        record Up(int amount) implements Step {}

        record Label(String text) implements Step {}
    }

    public record Opened(UUID counter) {}

    public record Labelled(UUID counter, String text, Step step) {}

    public record Added(UUID counter, int amount) {}

    /** In its first form, a text stood in place of the name, and there was no mood. */
    public record Renamed(UUID counter, String name, Mood mood) {}

    public enum Mood {
        CALM,
        EXCITED;

        public static Mood unknown() {
            return CALM;
        }
    }

    public enum Refusal implements RuleReason {
        NEGATIVE(Kind.INVALID, "amount"),
        TOO_MUCH(Kind.CONFLICT, null);

        private final Kind kind;
        private final @Nullable String field;

        Refusal(Kind kind, @Nullable String field) {
            this.kind = kind;
            this.field = field;
        }

        @Override
        public Kind kind() {
            return kind;
        }

        @Override
        public @Nullable String field() {
            return field;
        }
    }

    /** A refusal with values in its sentence. */
    static final class TooMuch extends RuleRefused {

        private static final long serialVersionUID = 1L;

        TooMuch(int most) {
            super(
                    Refusal.TOO_MUCH,
                    Sentence.of("A counter goes up by at most {most:,} at once.", Map.of("most", most)));
        }
    }

    /** State that only a test reads. */
    @Revision("1")
    public record Kept(UUID counter, int added, String label) implements Snapshot {}

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable")
    private UUID id;

    private int added;

    private String label = "";

    @SuppressWarnings("NullAway")
    Counter() {}

    @CommandHandler
    @SuppressWarnings("NullAway")
    Counter(Open command) {
        apply(new Opened(command.counter()));
    }

    @CommandHandler
    int handle(Add command) {
        if (command.amount() < 0)
            throw new CommandExecutionException("A counter only goes up.", null, Refusal.NEGATIVE);
        if (command.amount() > 1_000) throw new TooMuch(1_000);
        for (int i = 0; i < command.events(); i++) apply(new Added(id, command.amount()));
        return command.amount();
    }

    @CommandHandler
    long handle(Increment command) {
        apply(new Added(command.counter(), 1));
        return getVersion();
    }

    @CommandHandler
    int handle(Ask command) {
        return added;
    }

    @CommandHandler
    String handle(AskName command) {
        return label;
    }

    @CommandHandler
    void handle(Break command) {
        throw new IllegalStateException("A bug met " + command.counter());
    }

    @CommandHandler
    void handle(Change command) {
        for (var step : command.steps())
            switch (step) {
                case Step.Up up -> apply(new Added(id, up.amount()));
                case Step.Label label -> apply(new Labelled(id, label.text(), label));
            }
    }

    @EventSourcingHandler
    void on(Opened opened) {
        id = opened.counter();
    }

    @EventSourcingHandler
    void on(Labelled labelled) {
        label = labelled.text();
    }

    @EventSourcingHandler
    void on(Added more) {
        added += more.amount();
    }

    @EventSourcingHandler
    void on(Renamed renamed) {
        label = renamed.name() + ", " + renamed.mood();
    }

    @EventSourcingHandler
    void on(Kept kept) {
        id = kept.counter();
        added = kept.added();
        label = kept.label();
    }

    @Override
    public Kept snapshot() {
        return new Kept(id, added, label);
    }
}
