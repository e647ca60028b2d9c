package ilgam.eventmodel.code;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import javax.lang.model.element.Modifier;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;

import ilgam.eventmodel.EventModel;

import static com.sun.source.tree.Tree.Kind.ENUM;
import static com.sun.source.tree.Tree.Kind.RECORD;

/** What only the source says of a type: its file, its Javadoc, how the types of its fields are written. */
final class Sources {

    /**
     * @param fields of a record, in their order; empty for other types
     * @param constants of an enum, in their order; empty for other types
     */
    private record Declared(
            int place, EventModel.Type type, List<EventModel.Field> fields, List<EventModel.Type> constants) {}

    private final Map<String, Declared> declared = new HashMap<>();

    Sources(List<Path> files) {
        SourceFiles.parse(files, (unit, docs) -> new Declarations(unit, docs).scan(unit, null));
    }

    /** By the name that the class file has. */
    EventModel.Type type(String name) {
        return declared(name).type();
    }

    List<EventModel.Field> fields(String name) {
        return declared(name).fields();
    }

    /** In the order of declaration, for types of one file. */
    Comparator<Class<?>> inOrder() {
        return Comparator.comparingInt(type -> declared(type.getName()).place());
    }

    /** The constants of an enum, each with what its own Javadoc says. */
    List<EventModel.Type> constants(String name) {
        return declared(name).constants();
    }

    private Declared declared(String name) {
        return Optional.ofNullable(declared.get(name.replace('$', '.')))
                .orElseThrow(() -> new IllegalStateException(name + " is not among the sources"));
    }

    private final class Declarations extends TreePathScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final DocTrees docs;
        private final List<String> outer = new ArrayList<>();

        Declarations(CompilationUnitTree unit, DocTrees docs) {
            this.unit = unit;
            this.docs = docs;
            outer.add(SourceFiles.packageOf(unit));
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            if (type.getSimpleName().isEmpty()) return null;
            outer.add(type.getSimpleName().toString());
            var doc = new Javadoc(docs.getDocCommentTree(getCurrentPath()));
            var file = Modules.named(SourceFiles.fileOf(unit));
            declared.put(
                    String.join(".", outer),
                    new Declared(
                            declared.size(),
                            new EventModel.Type(type.getSimpleName().toString(), file, doc.body()),
                            variables(type, RECORD)
                                    .filter(field ->
                                            !field.getModifiers().getFlags().contains(Modifier.STATIC))
                                    .map(field -> field(field, doc))
                                    .toList(),
                            variables(type, ENUM)
                                    .filter(field -> type.getSimpleName()
                                            .contentEquals(field.getType().toString()))
                                    .map(constant -> constant(constant, file))
                                    .toList()));
            super.visitClass(type, null);
            outer.removeLast();
            return null;
        }

        private static Stream<VariableTree> variables(ClassTree type, Tree.Kind kind) {
            return type.getMembers().stream()
                    .filter(member -> type.getKind() == kind)
                    .filter(VariableTree.class::isInstance)
                    .map(VariableTree.class::cast);
        }

        private static EventModel.Field field(VariableTree field, Javadoc doc) {
            var name = field.getName().toString();
            var nullable = field.getModifiers().getAnnotations().toString().contains("@Nullable");
            return new EventModel.Field(name, field.getType().toString(), nullable, doc.parameter(name));
        }

        private EventModel.Type constant(VariableTree constant, String file) {
            var doc = docs.getDocCommentTree(new TreePath(getCurrentPath(), constant));
            return new EventModel.Type(constant.getName().toString(), file, new Javadoc(doc).body());
        }
    }
}
