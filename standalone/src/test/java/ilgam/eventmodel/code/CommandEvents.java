package ilgam.eventmodel.code;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaCodeUnit;

/** The events that a command may lead to, by their names. */
record CommandEvents(Compiled compiled) {

    /** Those that a handler creates, and those that its command brings along from where it is put together. */
    Set<String> of(JavaCodeUnit handler) {
        var events = new TreeSet<>(CreatedRecords.in(handler, Compiled::isEvent));
        var command = compiled.takenBy(handler);
        var brought = broughtBy(command, new HashSet<>());
        if (brought.isEmpty()) return events;
        compiled.of(command).getConstructors().stream()
                .flatMap(constructor -> constructor.getCallsOfSelf().stream())
                .map(call -> call.getOrigin().getOwner().getPackage())
                .distinct()
                .flatMap(pack -> pack.getClasses().stream())
                .flatMap(type -> type.getConstructorCallsFromSelf().stream())
                .map(call -> call.getTargetOwner().getName())
                .filter(brought::contains)
                .forEach(events::add);
        return events;
    }

    /** The events that a command may have as its content, as an import does. */
    private static Set<String> broughtBy(Class<?> type, Set<Class<?>> seen) {
        var events = new TreeSet<String>();
        if (!type.getName().startsWith("ilgam.") || !seen.add(type)) return events;
        if (type.isSealed()
                && type.getPackageName().endsWith(".language")
                && type.getSimpleName().endsWith("Event"))
            leaves(type).map(Class::getName).forEach(events::add);
        else if (type.isRecord())
            for (var component : type.getRecordComponents())
                typesIn(component.getGenericType()).forEach(part -> events.addAll(broughtBy(part, seen)));
        return events;
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(CommandEvents::leaves)
                : Stream.of(type);
    }

    /** A type, or what a generic one is made of. */
    static Stream<Class<?>> typesIn(Type type) {
        return switch (type) {
            case Class<?> plain -> Stream.of(plain);
            case ParameterizedType generic ->
                Arrays.stream(generic.getActualTypeArguments()).flatMap(CommandEvents::typesIn);
            default -> Stream.empty();
        };
    }
}
