package ilgam.eventmodel.code;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;

import ilgam.eventmodel.EventModel;

/** Reads the event model from the code: handlers by their annotations, the order by the sealed types. */
public final class EventModelReader {

    private final Compiled compiled;
    private final Sources sources = new Sources(Modules.sources());
    private final Tests tests = new Tests(Modules.tests());
    private final CommandEvents events;
    private final Readers readers;
    private final Senders senders;

    private EventModelReader(Compiled compiled) {
        this.compiled = compiled;
        events = new CommandEvents(compiled);
        readers = new Readers(compiled, sources);
        senders = new Senders(compiled, sources, new Permissions(Modules.tests()));
    }

    /** All that it reads from what is compiled and from the sources. */
    public static EventModel read() {
        try (var compiled = new Compiled(Modules.classes())) {
            return new EventModelReader(compiled).model();
        }
    }

    /** The names of all events in the languages. */
    public static List<String> published() {
        try (var compiled = new Compiled(Modules.classes())) {
            return compiled.events().stream().map(Class::getSimpleName).toList();
        }
    }

    private EventModel model() {
        return new EventModel(Modules.CONTEXTS.stream()
                .map(name -> new EventModel.Context(name, aggregates(name), heard(name)))
                .toList());
    }

    private List<EventModel.Aggregate> aggregates(String context) {
        return compiled.all()
                .filter(type -> compiled.commandHandlers(type).findAny().isPresent())
                .filter(type -> Modules.contextOf(type.getPackageName()).equals(context))
                .map(type -> aggregate(context, type))
                .sorted(Comparator.comparing(aggregate -> aggregate.type().name()))
                .toList();
    }

    private EventModel.Aggregate aggregate(String context, JavaClass type) {
        var reached = new LinkedHashMap<JavaCodeUnit, Set<String>>();
        compiled.commandHandlers(type)
                .sorted(Comparator.comparing(compiled::takenBy, sources.inOrder()))
                .forEach(handler -> reached.put(handler, events.of(handler)));
        var changes = new Changes(compiled, sources, tests, type);
        return new EventModel.Aggregate(
                sources.type(type.getName()),
                reached.entrySet().stream()
                        .map(entry -> command(compiled.takenBy(entry.getKey()), entry.getValue(), type, changes))
                        .toList(),
                inOrder(reached.values().stream().flatMap(Set::stream).collect(Collectors.toSet())).stream()
                        .map(event -> event(event, context, tests.of(type.getPackageName(), event)))
                        .toList(),
                new Refused(sources).by(type));
    }

    private EventModel.Command command(Class<?> command, Set<String> events, JavaClass aggregate, Changes changes) {
        return new EventModel.Command(
                sources.type(command.getName()),
                senders.of(command),
                changes.of(command, events),
                inOrder(events).stream().map(Class::getSimpleName).toList(),
                tests.of(aggregate.getPackageName(), command));
    }

    private EventModel.Event event(Class<?> event, String context, List<EventModel.Type> tests) {
        return new EventModel.Event(
                sources.type(event.getName()), sources.fields(event.getName()), readers.of(event, context), tests);
    }

    private List<EventModel.Heard> heard(String context) {
        return compiled.events().stream()
                .filter(event -> !Modules.contextOf(event.getPackageName()).equals(context))
                .sorted(Comparator.<Class<?>>comparingInt(
                                event -> Modules.CONTEXTS.indexOf(Modules.contextOf(event.getPackageName())))
                        .thenComparing(event -> event.getEnclosingClass().getSimpleName())
                        .thenComparing(sources.inOrder()))
                .collect(Collectors.groupingBy(Class::getEnclosingClass, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> heard(context, entry.getKey(), entry.getValue()))
                .filter(heard -> !heard.events().isEmpty())
                .toList();
    }

    private EventModel.Heard heard(String context, Class<?> interfaceOfAll, List<Class<?>> events) {
        var read = events.stream()
                .map(event -> event(event, context, List.of()))
                .map(event -> new EventModel.Event(
                        event.type(),
                        event.fields(),
                        event.readers().stream()
                                .filter(reader -> reader.context().equals(context))
                                .toList(),
                        List.of()))
                .filter(event -> !event.readers().isEmpty())
                .toList();
        return new EventModel.Heard(
                Modules.contextOf(interfaceOfAll.getPackageName()),
                interfaceOfAll.getSimpleName().replaceAll("Event$", ""),
                read);
    }

    private List<Class<?>> inOrder(Set<String> names) {
        return names.stream()
                .<Class<?>>map(compiled::load)
                .sorted(sources.inOrder())
                .toList();
    }
}
