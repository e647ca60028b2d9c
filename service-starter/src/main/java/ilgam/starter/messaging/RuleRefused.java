package ilgam.starter.messaging;

import java.util.Map;

import org.axonframework.commandhandling.CommandExecutionException;
import org.jspecify.annotations.Nullable;

import ilgam.starter.refusal.Refusal;
import ilgam.starter.refusal.Sentence;
import ilgam.starter.refusal.Told;

/**
 * A rule of an aggregate refused a command. The message is written for the caller; the reason and the values of the
 * message are the details, because details are all that Axon Server transports besides the message.
 */
public abstract class RuleRefused extends CommandExecutionException {

    private static final long serialVersionUID = 1L;

    private final transient Sentence sentence;

    protected RuleRefused(Refusal reason, Sentence sentence) {
        super(sentence.text(), null, sentence.values().isEmpty() ? reason : new Told(reason, sentence.values()));
        this.sentence = sentence;
    }

    /** The reason of a refusal, whether or not it came over Axon Server; null if no rule refused. */
    public static @Nullable Refusal reasonOf(CommandExecutionException failure) {
        return switch (failure.getDetails().orElse(null)) {
            case Told refused -> refused.reason();
            case Refusal reason -> reason;
            case null, default -> null;
        };
    }

    /** The sentence for the sender of a refused command. */
    public static Sentence sentenceOf(CommandExecutionException failure) {
        return new Sentence(
                String.valueOf(failure.getMessage()),
                failure.getDetails().orElse(null) instanceof Told refused ? refused.values() : Map.of());
    }

    /** The sentence for the caller. */
    public Sentence sentence() {
        return sentence;
    }
}
