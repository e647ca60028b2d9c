package ilgam.eventmodel.code;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;

/** The records that a method creates, itself or in what it calls within its package. */
final class CreatedRecords {

    private final Predicate<JavaClass> sought;
    private final Set<JavaCodeUnit> seen = new HashSet<>();
    private final Set<String> found = new TreeSet<>();

    private CreatedRecords(Predicate<JavaClass> sought) {
        this.sought = sought;
    }

    /** The names of those of the sought types that come to be in this method. */
    static Set<String> in(JavaCodeUnit unit, Predicate<JavaClass> sought) {
        var created = new CreatedRecords(sought);
        created.follow(unit);
        return created.found;
    }

    private void follow(JavaCodeUnit unit) {
        if (!seen.add(unit)) return;
        Stream.concat(unit.getConstructorCallsFromSelf().stream(), unit.getConstructorReferencesFromSelf().stream())
                .map(access -> access.getTargetOwner())
                .filter(sought)
                .forEach(type -> found.add(type.getName()));
        Stream.concat(
                        unit.getCallsFromSelf().stream()
                                .map(call -> call.getTarget().resolveMember()),
                        unit.getMethodReferencesFromSelf().stream()
                                .map(reference -> reference.getTarget().resolveMember()))
                .flatMap(Optional::stream)
                .filter(JavaCodeUnit.class::isInstance)
                .map(JavaCodeUnit.class::cast)
                .filter(called -> called.getOwner()
                        .getPackageName()
                        .equals(unit.getOwner().getPackageName()))
                .forEach(this::follow);
    }
}
