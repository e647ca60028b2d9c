package ilgam.starter.projection;

import java.util.function.LongPredicate;

import ilgam.starter.messaging.AlreadyExists;
import ilgam.starter.messaging.Commands;
import ilgam.starter.messaging.Outcome;
import ilgam.starter.security.Caller;
import ilgam.starter.web.SetAside;

/**
 * Commands with read-your-writes consistency: the sender gets its answer when the read model shows the change. The way
 * of nearly every request that changes an aggregate.
 */
public class ConsistentCommands {

    /**
     * Where a change is shown.
     *
     * @param projection the name of a projection
     * @param aggregate the id of the aggregate that changes
     * @param version tells whether the projection shows this version of the aggregate, or a later one
     */
    public record Shown(String projection, Object aggregate, LongPredicate version) {}

    private final Commands commands;
    private final ReadYourWrites readYourWrites;

    ConsistentCommands(Commands commands, ReadYourWrites readYourWrites) {
        this.commands = commands;
        this.readYourWrites = readYourWrites;
    }

    /** As {@link #sendAndAwait(Object, Caller, Shown, Runnable)}, with nothing reserved. */
    public long sendAndAwait(Object command, Caller caller, Shown shown) {
        return sendAndAwait(command, caller, shown, () -> {});
    }

    /**
     * Sends a command whose result is the aggregate's version, and waits until it is shown. Of two creates with the same
     * id at the same time, the second meets the aggregate of the first.
     *
     * @param release releases what this attempt reserved; runs when it is certain that nothing was appended
     * @return the aggregate's version
     * @throws SetAside when the change is stored, but its events wait behind a dead letter of the projection
     */
    public long sendAndAwait(Object command, Caller caller, Shown shown, Runnable release) {
        long version = Outcome.orGiveBack(() -> send(command, caller), release);
        readYourWrites.await(
                shown.projection(), shown.aggregate(), () -> shown.version().test(version));
        return version;
    }

    private long send(Object command, Caller caller) {
        try {
            return commands.<Long>send(command, caller);
        } catch (AlreadyExists meanwhile) {
            return commands.<Long>send(command, caller);
        }
    }
}
