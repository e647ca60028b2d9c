package ilgam.eventmodel.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;

import javax.tools.ToolProvider;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;

/** Java files as trees. */
final class SourceFiles {

    private SourceFiles() {}

    /** Hands over every file, parsed and no more, with the means to read its Javadoc. */
    static void parse(List<Path> files, BiConsumer<CompilationUnitTree, DocTrees> reader) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var sources = manager.getJavaFileObjectsFromPaths(files);
            var task = (JavacTask) compiler.getTask(null, manager, null, null, null, sources);
            var docs = DocTrees.instance(task);
            for (var unit : task.parse()) reader.accept(unit, docs);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String packageOf(CompilationUnitTree unit) {
        return Objects.requireNonNull(unit.getPackageName()).toString();
    }

    static Path fileOf(CompilationUnitTree unit) {
        return Path.of(unit.getSourceFile().toUri());
    }
}
