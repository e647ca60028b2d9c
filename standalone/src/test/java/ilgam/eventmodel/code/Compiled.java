package ilgam.eventmodel.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** The contexts' compiled classes: what calls what, and the types themselves. */
final class Compiled implements AutoCloseable {

    static final String COMMAND_HANDLER = "org.axonframework.commandhandling.CommandHandler";
    static final String EVENT_HANDLER = "org.axonframework.eventhandling.EventHandler";
    private static final String IMPORT = "org.springframework.context.annotation.Import";

    private final JavaClasses classes;
    private final URLClassLoader loader;

    Compiled(List<Path> folders) {
        classes = new ClassFileImporter().importPaths(folders);
        loader = new URLClassLoader(
                folders.stream().map(Compiled::url).toArray(URL[]::new), Compiled.class.getClassLoader());
    }

    Stream<JavaClass> all() {
        return classes.stream().sorted(Comparator.comparing(JavaClass::getName));
    }

    JavaClass of(Class<?> type) {
        return classes.get(type.getName());
    }

    /** All events of the languages, which other contexts may read. */
    List<Class<?>> events() {
        return all().filter(type -> isEvent(type) && !type.isInterface())
                .<Class<?>>map(this::load)
                .toList();
    }

    /** All commands that some aggregate takes. */
    List<Class<?>> commands() {
        return all().flatMap(this::commandHandlers)
                .<Class<?>>map(this::takenBy)
                .distinct()
                .toList();
    }

    Stream<JavaCodeUnit> commandHandlers(JavaClass type) {
        return type.getCodeUnits().stream().filter(unit -> unit.isAnnotatedWith(COMMAND_HANDLER));
    }

    Stream<JavaCodeUnit> eventHandlers(JavaClass type, Class<?> event) {
        return type.getCodeUnits().stream()
                .filter(unit -> unit.isAnnotatedWith(EVENT_HANDLER))
                .filter(unit -> takenBy(unit).isAssignableFrom(event));
    }

    /** The configurations that a type installs with {@code @Import}. */
    Stream<JavaClass> imports(JavaClass type) {
        return type.tryGetAnnotationOfType(IMPORT)
                .flatMap(imported -> imported.get("value"))
                .map(value -> Stream.of((JavaClass[]) value))
                .orElseGet(Stream::empty);
    }

    /** The type of the message that a handler takes. */
    Class<?> takenBy(JavaCodeUnit handler) {
        return load(handler.getRawParameterTypes().getFirst());
    }

    ClassLoader loader() {
        return loader;
    }

    Class<?> load(JavaClass type) {
        return load(type.getName());
    }

    Class<?> load(String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(name + " is not among the compiled classes", missing);
        }
    }

    static boolean isEvent(JavaClass type) {
        return type.getPackageName().endsWith(".language")
                && type.getAllRawInterfaces().stream()
                        .anyMatch(shape -> shape.getSimpleName().endsWith("Event"));
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
