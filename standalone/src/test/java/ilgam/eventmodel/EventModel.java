package ilgam.eventmodel;

import java.util.List;

/** What a board shows, context by context. */
record EventModel(List<Context> contexts) {

    record Context(String name, List<Aggregate> aggregates) {}

    /** An aggregate with the commands it takes and the events they lead to, in the order of their declaration. */
    record Aggregate(String name, List<Command> commands, List<Event> events) {}

    /** @param events the names of the events it may lead to */
    record Command(String name, List<String> events) {}

    /** @param readers who reads it, with the context in front where it is another one */
    record Event(String name, List<String> readers) {}
}
