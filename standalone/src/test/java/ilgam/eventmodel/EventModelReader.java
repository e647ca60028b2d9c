package ilgam.eventmodel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** Reads the event model from the compiled classes: handlers by their annotations, the order by the sealed types. */
final class EventModelReader implements AutoCloseable {

    private static final String COMMAND_HANDLER = "org.axonframework.commandhandling.CommandHandler";
    private static final String EVENT_HANDLER = "org.axonframework.eventhandling.EventHandler";

    private record Source(String context, String pack) {}

    private static final List<Source> CONTEXTS = List.of(
            new Source("member", "ilgam.member"),
            new Source("work", "ilgam.work"),
            new Source("dashboard", "ilgam.dashboard"));

    private final JavaClasses classes;
    private final URLClassLoader loader;

    EventModelReader(List<Path> classFolders) {
        this.classes = new ClassFileImporter().importPaths(classFolders);
        this.loader = new URLClassLoader(
                classFolders.stream().map(EventModelReader::url).toArray(URL[]::new),
                EventModelReader.class.getClassLoader());
    }

    EventModel read() {
        return new EventModel(CONTEXTS.stream()
                .map(context -> new EventModel.Context(context.context(), aggregates(context)))
                .filter(context -> !context.aggregates().isEmpty())
                .toList());
    }

    /** The names of all events in the languages. */
    List<String> publishedEvents() {
        return classes.stream()
                .filter(type -> isEvent(type) && !type.isInterface())
                .map(JavaClass::getSimpleName)
                .sorted()
                .toList();
    }

    private List<EventModel.Aggregate> aggregates(Source context) {
        return classes.stream()
                .filter(type -> type.getPackageName().startsWith(context.pack() + "."))
                .filter(type ->
                        type.getAllMethods().stream().anyMatch(method -> method.isAnnotatedWith(COMMAND_HANDLER)))
                .map(type -> aggregate(context, type))
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .toList();
    }

    private EventModel.Aggregate aggregate(Source context, JavaClass type) {
        var commands = new ArrayList<EventModel.Command>();
        var events = new LinkedHashSet<Class<?>>();
        var handlers = Stream.concat(type.getMethods().stream(), type.getConstructors().stream())
                .filter(unit -> unit.isAnnotatedWith(COMMAND_HANDLER))
                .sorted((a, b) -> Integer.compare(place(a), place(b)))
                .toList();
        for (var handler : handlers) {
            var reached = eventsOf(handler, type, new HashSet<>());
            reached.addAll(
                    carriedBy(load(handler.getRawParameterTypes().getFirst().getName()), new HashSet<>()));
            var leadsTo = inOrder(reached);
            events.addAll(leadsTo);
            commands.add(new EventModel.Command(
                    handler.getRawParameterTypes().getFirst().getSimpleName(),
                    leadsTo.stream().map(Class::getSimpleName).toList()));
        }
        return new EventModel.Aggregate(
                type.getSimpleName(),
                commands,
                inOrder(events.stream().map(Class::getName).collect(java.util.stream.Collectors.toSet())).stream()
                        .map(event -> new EventModel.Event(event.getSimpleName(), readers(context, event)))
                        .toList());
    }

    /** The events that a handler creates, itself or in what it calls within the aggregate's package. */
    private Set<String> eventsOf(JavaCodeUnit unit, JavaClass aggregate, Set<JavaCodeUnit> seen) {
        var events = new TreeSet<String>();
        if (!seen.add(unit)) return events;
        unit.getConstructorCallsFromSelf().stream()
                .map(call -> call.getTargetOwner())
                .filter(EventModelReader::isEvent)
                .forEach(event -> events.add(event.getName()));
        Stream.concat(
                        unit.getCallsFromSelf().stream()
                                .map(call -> call.getTarget().resolveMember()),
                        unit.getMethodReferencesFromSelf().stream()
                                .map(reference -> reference.getTarget().resolveMember()))
                .flatMap(java.util.Optional::stream)
                .filter(JavaCodeUnit.class::isInstance)
                .map(JavaCodeUnit.class::cast)
                .filter(called -> called.getOwner().getPackageName().equals(aggregate.getPackageName()))
                .forEach(called -> events.addAll(eventsOf(called, aggregate, seen)));
        return events;
    }

    /** The events that a command brings along as its content, as an import does. */
    private static Set<String> carriedBy(Class<?> type, Set<Class<?>> seen) {
        var events = new TreeSet<String>();
        if (!type.getName().startsWith("ilgam.") || !seen.add(type)) return events;
        if (type.isSealed()
                && type.getPackageName().endsWith(".language")
                && type.getSimpleName().endsWith("Event"))
            Arrays.stream(type.getPermittedSubclasses()).map(Class::getName).forEach(events::add);
        else if (type.isRecord())
            for (var component : type.getRecordComponents())
                for (var part : typesIn(component.getGenericType())) events.addAll(carriedBy(part, seen));
        return events;
    }

    private static List<Class<?>> typesIn(Type type) {
        return switch (type) {
            case Class<?> plain -> List.of(plain);
            case ParameterizedType generic ->
                Arrays.stream(generic.getActualTypeArguments())
                        .flatMap(argument -> typesIn(argument).stream())
                        .toList();
            default -> List.of();
        };
    }

    private static boolean isEvent(JavaClass type) {
        return type.getPackageName().endsWith(".language")
                && type.getAllRawInterfaces().stream()
                        .anyMatch(shape -> shape.getSimpleName().endsWith("Event"));
    }

    private List<String> readers(Source home, Class<?> event) {
        var readers = new TreeSet<String>();
        for (var type : classes)
            for (var method : type.getMethods())
                if (method.isAnnotatedWith(EVENT_HANDLER) && takes(method, event)) readers.add(reader(home, type));
        return List.copyOf(readers);
    }

    private static String reader(Source home, JavaClass type) {
        var context = CONTEXTS.stream()
                .filter(candidate -> type.getPackageName().startsWith(candidate.pack()))
                .findFirst()
                .orElseThrow();
        var name = type.getSimpleName().replaceAll("Projection$", "");
        return context.equals(home) ? name : context.context() + ": " + name;
    }

    private boolean takes(JavaMethod handler, Class<?> event) {
        return load(handler.getRawParameterTypes().getFirst().getName()).isAssignableFrom(event);
    }

    private List<Class<?>> inOrder(Set<String> names) {
        return names.stream()
                .<Class<?>>map(this::load)
                .sorted((a, b) -> Integer.compare(declared(a), declared(b)))
                .toList();
    }

    private int place(JavaCodeUnit handler) {
        return declared(load(handler.getRawParameterTypes().getFirst().getName()));
    }

    /** The place of a record in the sealed interface that lists it. */
    private static int declared(Class<?> type) {
        return Arrays.stream(type.getInterfaces())
                .filter(Class::isSealed)
                .mapToInt(shape -> Arrays.asList(shape.getPermittedSubclasses()).indexOf(type))
                .filter(place -> place >= 0)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }

    private Class<?> load(String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(name + " is not among the compiled classes", missing);
        }
    }

    private static URL url(Path folder) {
        try {
            return folder.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    @Override
    public void close() {
        try {
            loader.close();
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        }
    }
}
