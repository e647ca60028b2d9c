package ilgam.eventmodel.code;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;

import ilgam.eventmodel.EventModel;
import ilgam.eventmodel.EventModel.SenderKind;

/**
 * Who sends a command: from where it is created, back through all callers to the requests of persons and to what the
 * program does by itself: as a policy, at a time, or when it starts.
 */
final class Senders {

    private static final String SCHEDULED = "org.springframework.scheduling.annotation.Scheduled";
    private static final String RUNNER = "org.springframework.boot.ApplicationRunner";

    private final Compiled compiled;
    private final Sources sources;
    private final Permissions permissions;

    Senders(Compiled compiled, Sources sources, Permissions permissions) {
        this.compiled = compiled;
        this.sources = sources;
        this.permissions = permissions;
    }

    /** The person of the least rights first, then what sends it without a person, by name. */
    List<EventModel.Sender> of(Class<?> command) {
        var callers = new HashSet<JavaCodeUnit>();
        compiled.of(command).getConstructors().forEach(constructor -> callersOf(constructor, callers));
        var person = callers.stream()
                .flatMap(Endpoint::of)
                .flatMap(permissions::least)
                .min(Comparator.naturalOrder())
                .map(least -> new EventModel.Sender(SenderKind.PERSON, least.inWords(), null));
        return Stream.of(
                        person.stream(),
                        owners(callers, unit -> unit.isAnnotatedWith(Compiled.EVENT_HANDLER), SenderKind.POLICY),
                        owners(callers, this::isForOtherContexts, SenderKind.CONTEXT),
                        owners(callers, Senders::runsByItself, SenderKind.PROGRAM))
                .flatMap(senders -> senders)
                .toList();
    }

    private Stream<EventModel.Sender> owners(
            Set<JavaCodeUnit> callers, Predicate<JavaCodeUnit> wanted, SenderKind kind) {
        return callers.stream()
                .filter(wanted)
                .map(JavaCodeUnit::getOwner)
                .distinct()
                .sorted(Comparator.comparing(JavaClass::getSimpleName))
                .map(type -> new EventModel.Sender(kind, type.getSimpleName(), sources.type(type.getName())));
    }

    /** No person may send what is in no table of permissions. */
    private boolean isForOtherContexts(JavaCodeUnit unit) {
        var endpoints = Endpoint.of(unit).toList();
        return !endpoints.isEmpty() && endpoints.stream().noneMatch(permissions::know);
    }

    private static boolean runsByItself(JavaCodeUnit unit) {
        return unit.isAnnotatedWith(SCHEDULED)
                || (unit.getName().equals("run") && unit.getOwner().isAssignableTo(RUNNER));
    }

    private static void callersOf(JavaCodeUnit unit, Set<JavaCodeUnit> seen) {
        if (!seen.add(unit)) return;
        var called = new ArrayList<JavaCodeUnit>(inherited(unit));
        called.add(unit);
        for (var one : called) {
            one.getCallsOfSelf().forEach(call -> callersOf(call.getOrigin(), seen));
            if (one instanceof JavaMethod method)
                method.getReferencesToSelf().forEach(reference -> callersOf(reference.getOrigin(), seen));
        }
    }

    /** What the method implements or overrides: it may be called by that. */
    private static List<JavaCodeUnit> inherited(JavaCodeUnit unit) {
        var parameters =
                unit.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
        return Stream.concat(
                        unit.getOwner().getAllRawInterfaces().stream(),
                        unit.getOwner().getAllRawSuperclasses().stream())
                .flatMap(type -> type.tryGetMethod(unit.getName(), parameters).stream())
                .<JavaCodeUnit>map(method -> method)
                .toList();
    }
}
