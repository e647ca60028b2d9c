package ilgam.eventmodel.code;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;

import ilgam.eventmodel.EventModel;

/** The changes that a command of an aggregate carries, each with the events that it leads to. */
final class Changes {

    private final Compiled compiled;
    private final Sources sources;
    private final Tests tests;
    private final JavaClass aggregate;
    private final ChangeSwitches switches;

    Changes(Compiled compiled, Sources sources, Tests tests, JavaClass aggregate) {
        this.compiled = compiled;
        this.sources = sources;
        this.tests = tests;
        this.aggregate = aggregate;
        var events = compiled.events().stream().map(Class::getName).toList();
        switches = new ChangeSwitches(
                new ByteCode(compiled.loader()),
                aggregate.getPackage().getClasses().stream()
                        .map(JavaClass::getName)
                        .toList(),
                events::contains);
    }

    /** In the order of their declaration; none for a command that carries no changes. */
    List<EventModel.Change> of(Class<?> command, Set<String> events) {
        var changes = Arrays.stream(command.getRecordComponents())
                .flatMap(component -> CommandEvents.typesIn(component.getGenericType()))
                .filter(type -> type.isSealed() && type.getPackageName().equals(aggregate.getPackageName()))
                .<Class<?>>flatMap(type -> Stream.of(type.getPermittedSubclasses()))
                .toList();
        var reached = new TreeSet<String>();
        changes.forEach(change -> reached.addAll(switches.eventsOf(change.getName())));
        if (!changes.isEmpty() && !reached.equals(events))
            throw new IllegalStateException("the changes of %s lead to %s, the command leads to %s"
                    .formatted(command.getSimpleName(), reached, events));
        return changes.stream().map(this::change).toList();
    }

    private EventModel.Change change(Class<?> change) {
        return new EventModel.Change(
                sources.type(change.getName()),
                switches.eventsOf(change.getName()).stream()
                        .map(compiled::load)
                        .sorted(sources.inOrder())
                        .<String>map(Class::getSimpleName)
                        .toList(),
                tests.of(aggregate.getPackageName(), change));
    }
}
