package ilgam.starter.messaging;

import java.util.Map;

import org.axonframework.commandhandling.CommandExecutionException;
import org.jspecify.annotations.Nullable;

import ilgam.starter.refusal.Refusal;
import ilgam.starter.refusal.Sentence;
import ilgam.starter.refusal.Told;

/**
 * A rule of an aggregate said no. The message is written for the caller; why, and the values of the message, are the
 * details, as these alone cross the event server, which carries no classes.
 */
public abstract class RuleRefused extends CommandExecutionException {

    private static final long serialVersionUID = 1L;

    private final transient Sentence sentence;

    protected RuleRefused(Refusal reason, Sentence sentence) {
        super(sentence.text(), null, sentence.values().isEmpty() ? reason : new Told(reason, sentence.values()));
        this.sentence = sentence;
    }

    /** Why a command was refused, whether or not the refusal crossed the event server; null: no rule refused it. */
    public static @Nullable Refusal reasonOf(CommandExecutionException failure) {
        return switch (failure.getDetails().orElse(null)) {
            case Told told -> told.reason();
            case Refusal reason -> reason;
            case null, default -> null;
        };
    }

    /** What a refused command's sender is told. */
    public static Sentence sentenceOf(CommandExecutionException failure) {
        return new Sentence(
                String.valueOf(failure.getMessage()),
                failure.getDetails().orElse(null) instanceof Told told ? told.values() : Map.of());
    }

    /** What the caller is told. */
    public Sentence sentence() {
        return sentence;
    }
}
