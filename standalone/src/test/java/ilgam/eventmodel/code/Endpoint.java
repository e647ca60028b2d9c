package ilgam.eventmodel.code;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;

/** A method of HTTP and a path. */
record Endpoint(String context, String method, String path) {

    private static final String WEB = "org.springframework.web.bind.annotation.";
    private static final List<String> METHODS = List.of("Get", "Post", "Put", "Patch", "Delete");

    Endpoint {
        path = path.replaceAll("\\{[^}]*}", "{}");
    }

    /** What a controller's method answers; none for other methods. */
    static Stream<Endpoint> of(JavaCodeUnit unit) {
        return METHODS.stream()
                .flatMap(method -> unit.tryGetAnnotationOfType(WEB + method + "Mapping").stream()
                        .flatMap(mapping -> paths(mapping)
                                .flatMap(path -> homes(unit.getOwner())
                                        .map(home -> new Endpoint(
                                                Modules.contextOf(
                                                        unit.getOwner().getPackageName()),
                                                method.toUpperCase(java.util.Locale.ROOT),
                                                home + path)))));
    }

    private static Stream<String> homes(JavaClass owner) {
        var mapped = Stream.concat(Stream.of(owner), owner.getAllSubclasses().stream())
                .map(type -> type.tryGetAnnotationOfType(WEB + "RequestMapping"))
                .flatMap(Optional::stream)
                .flatMap(Endpoint::paths)
                .toList();
        return mapped.isEmpty() ? Stream.of("") : mapped.stream();
    }

    private static Stream<String> paths(JavaAnnotation<?> mapping) {
        var paths = Stream.of("value", "path")
                .flatMap(name -> mapping.get(name).stream())
                .flatMap(value -> Stream.of((Object[]) value))
                .map(String.class::cast)
                .toList();
        return paths.isEmpty() ? Stream.of("") : paths.stream();
    }
}
