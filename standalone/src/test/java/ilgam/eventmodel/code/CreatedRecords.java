package ilgam.eventmodel.code;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;

/**
 * The records that a method creates, itself or in what it calls within its package. A method that is called and returns
 * such a record gives that one alone: others that it creates serve to make it.
 */
final class CreatedRecords {

    private final Predicate<JavaClass> sought;
    private final Map<JavaCodeUnit, Set<String>> found = new HashMap<>();

    private CreatedRecords(Predicate<JavaClass> sought) {
        this.sought = sought;
    }

    /** The names of those of the sought types that come to be in this method. */
    static Set<String> in(JavaCodeUnit unit, Predicate<JavaClass> sought) {
        return new CreatedRecords(sought).follow(unit);
    }

    private Set<String> follow(JavaCodeUnit unit) {
        var known = found.get(unit);
        if (known != null) return known;
        var created = new TreeSet<String>();
        found.put(unit, created);
        Stream.concat(unit.getConstructorCallsFromSelf().stream(), unit.getConstructorReferencesFromSelf().stream())
                .map(access -> access.getTargetOwner())
                .filter(sought)
                .forEach(type -> created.add(type.getName()));
        called(unit).forEach(called -> created.addAll(givenBy(called)));
        return created;
    }

    private Set<String> givenBy(JavaCodeUnit called) {
        var created = follow(called);
        var given = called.getRawReturnType();
        return sought.test(given) && created.contains(given.getName()) ? Set.of(given.getName()) : Set.copyOf(created);
    }

    private static Stream<JavaCodeUnit> called(JavaCodeUnit unit) {
        return Stream.concat(
                        unit.getCallsFromSelf().stream()
                                .map(call -> call.getTarget().resolveMember()),
                        unit.getMethodReferencesFromSelf().stream()
                                .map(reference -> reference.getTarget().resolveMember()))
                .flatMap(Optional::stream)
                .filter(JavaCodeUnit.class::isInstance)
                .map(JavaCodeUnit.class::cast)
                .filter(called -> called.getOwner()
                        .getPackageName()
                        .equals(unit.getOwner().getPackageName()));
    }
}
