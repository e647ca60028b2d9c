package ilgam.eventmodel.code;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.TreeScanner;

import ilgam.eventmodel.EventModel;

/** Which test classes mention a type in their code; imports and comments do not count. */
final class Tests {

    private record TestClass(String packageName, EventModel.Type type, Set<String> mentioned) {}

    private final List<TestClass> classes = new ArrayList<>();

    Tests(List<Path> files) {
        var tests = files.stream()
                .filter(file -> file.toString().endsWith("Test.java"))
                .toList();
        SourceFiles.parse(tests, (unit, _) -> {
            var file = SourceFiles.fileOf(unit);
            var name = file.getFileName().toString().replace(".java", "");
            var mentioned = new HashSet<String>();
            new Names().scan(unit.getTypeDecls(), mentioned);
            classes.add(new TestClass(
                    SourceFiles.packageOf(unit), new EventModel.Type(name, Modules.named(file), ""), mentioned));
        });
    }

    /** Those of the package that mention the type. */
    List<EventModel.Type> of(String packageName, Class<?> type) {
        return classes.stream()
                .filter(test -> test.packageName().equals(packageName))
                .filter(test -> test.mentioned().contains(type.getSimpleName()))
                .map(TestClass::type)
                .toList();
    }

    private static final class Names extends TreeScanner<Void, Set<String>> {

        @Override
        public Void visitIdentifier(IdentifierTree name, Set<String> names) {
            names.add(name.getName().toString());
            return super.visitIdentifier(name, names);
        }

        @Override
        public Void visitMemberSelect(MemberSelectTree name, Set<String> names) {
            names.add(name.getIdentifier().toString());
            return super.visitMemberSelect(name, names);
        }
    }
}
