package ilgam.eventmodel.code;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;

import ilgam.eventmodel.EventModel;

/** Who has a handler for an event, and which commands the handler sends. */
final class Readers {

    private static final String COMPONENT = "ilgam.starter.projection.EventComponent";
    private static final String GROUP = "org.axonframework.config.ProcessingGroup";

    private final Compiled compiled;
    private final Sources sources;
    private final Set<String> commands = new HashSet<>();

    Readers(Compiled compiled, Sources sources) {
        this.compiled = compiled;
        this.sources = sources;
        compiled.commands().forEach(command -> commands.add(command.getName()));
    }

    /** Those of the home context first, then as contexts and kinds are listed. */
    List<EventModel.Reader> of(Class<?> event, String home) {
        return compiled.all()
                .filter(type -> compiled.eventHandlers(type, event).findAny().isPresent())
                .flatMap(type -> contextsOf(type).map(context -> reader(context, type, event)))
                .sorted(Comparator.<EventModel.Reader>comparingInt(reader ->
                                reader.context().equals(home) ? -1 : Modules.CONTEXTS.indexOf(reader.context()))
                        .thenComparing(EventModel.Reader::kind)
                        .thenComparing(EventModel.Reader::name))
                .toList();
    }

    /** The context of a component; of one in a read replica, the contexts that install it. */
    private Stream<String> contextsOf(JavaClass component) {
        if (!component.getPackageName().endsWith(".replica"))
            return Stream.of(Modules.contextOf(component.getPackageName()));
        return compiled.all()
                .filter(type -> compiled.imports(type)
                        .anyMatch(installed -> installed.getPackageName().equals(component.getPackageName())))
                .map(type -> Modules.contextOf(type.getPackageName()));
    }

    private EventModel.Reader reader(String context, JavaClass type, Class<?> event) {
        var kind = type.tryGetAnnotationOfType(COMPONENT)
                .flatMap(component -> component.get("kind"))
                .orElseThrow(() -> new IllegalStateException(type.getName() + " reads events as no component"));
        var group = type.tryGetAnnotationOfType(GROUP)
                .flatMap(named -> named.get("value"))
                .orElseThrow(() -> new IllegalStateException(type.getName() + " is of no processing group"));
        return new EventModel.Reader(
                context,
                EventModel.Kind.valueOf(((com.tngtech.archunit.core.domain.JavaEnumConstant) kind)
                        .name()
                        .toUpperCase(Locale.ROOT)),
                group.toString(),
                sources.type(type.getName()),
                sentBy(type, event));
    }

    private List<EventModel.Sent> sentBy(JavaClass type, Class<?> event) {
        return compiled.eventHandlers(type, event)
                .flatMap(handler -> CreatedRecords.in(handler, made -> commands.contains(made.getName())).stream())
                .distinct()
                .map(compiled::load)
                .map(command -> new EventModel.Sent(
                        Modules.contextOf(command.getPackageName()), sources.type(command.getName())))
                .toList();
    }
}
