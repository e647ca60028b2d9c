package ilgam.eventmodel;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** What the code says about commands and events, context by context. */
public record EventModel(List<Context> contexts) {

    /** A type of the code: its simple name, its file as seen from the repository's root, what its Javadoc says. */
    public record Type(String name, String file, String meaning) {}

    /** @param heard what its components read of other contexts */
    public record Context(String name, List<Aggregate> aggregates, List<Heard> heard) {}

    /** An aggregate with the commands it takes and the events they lead to, in the order of their declaration. */
    public record Aggregate(Type type, List<Command> commands, List<Event> events, Refusals refusals) {

        /** The one of this name, which one of its commands leads to. */
        public Event event(String name) {
            return events.stream()
                    .filter(event -> event.type().name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** @param type what says so, absent where the aggregate refuses nothing */
    public record Refusals(@Nullable Type type, List<Type> reasons) {}

    /**
     * @param senders the persons and the programs that send it
     * @param changes what can be changed by it, where it carries a list of changes
     * @param events the names of the events it may lead to
     */
    public record Command(
            Type type, List<Sender> senders, List<Change> changes, List<String> events, List<Type> tests) {}

    /** One of the changes that a command carries, and the names of the events that it may lead to. */
    public record Change(Type type, List<String> events, List<Type> tests) {}

    /**
     * Who or what sends a command.
     *
     * @param type the policy or the program; absent for a person
     */
    public record Sender(
            SenderKind kind, String name, @Nullable Type type) {}

    /** A member at the screen or by the API, a policy, another context, the program at a time or when it starts. */
    public enum SenderKind {
        PERSON,
        POLICY,
        CONTEXT,
        PROGRAM
    }

    /** @param readers those of its own context first */
    public record Event(Type type, List<Field> fields, List<Reader> readers, List<Type> tests) {}

    public record Field(String name, String type, boolean nullable, String meaning) {}

    /**
     * A component that has a handler for an event.
     *
     * @param name of its processing group, under which operators find it
     * @param sends the commands that its handler sends
     */
    public record Reader(String context, Kind kind, String name, Type type, List<Sent> sends) {}

    /** What a component does with events: it shows them, acts on them, or confirms what was reserved. */
    public enum Kind {
        PROJECTION,
        POLICY,
        RESERVATION
    }

    /** A command that a policy sends, and the context that takes it. */
    public record Sent(String context, Type type) {}

    /** The events of another context's aggregate that a context reads, with its own readers alone. */
    public record Heard(String context, String aggregate, List<Event> events) {}
}
