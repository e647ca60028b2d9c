package ilgam.standalone.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import ilgam.standalone.CannotStart;
import ilgam.standalone.Cluster;
import ilgam.standalone.SystemFolder;

/** The commands dump and load, with their options. */
final class DumpCommands {

    private static final Set<String> OPTIONS = Set.of("--data", "--key-file", "--address", "--password-file");

    private DumpCommands() {}

    static boolean dump(List<String> arguments) {
        var asked = Arguments.parse(arguments, 1, OPTIONS, Set.of());
        var file = Arguments.absolute(
                asked.word().orElseThrow(() -> CannotStart.refused("The name of the file to write is missing.")));
        if (Files.exists(file)) throw CannotStart.refused("%s is there already.".formatted(file));
        var part = Path.of(file + BackupWriter.PART);
        if (Files.exists(part))
            throw CannotStart.refused(
                    "%s belongs to a dump that is being written, or that broke off: delete it in that case."
                            .formatted(part));
        var folder = file.resolveSibling(".").normalize();
        var elsewhere = elsewhere(asked);
        if (elsewhere.isPresent()) {
            new Dump(elsewhere.get(), System.out).write(folder, file, asked.key());
            return true;
        }
        try (var cluster = Cluster.of(asked.data())) {
            new Dump(cluster::connect, System.out).write(folder, file, asked.key());
        }
        return true;
    }

    static boolean load(List<String> arguments) {
        var asked = Arguments.parse(arguments, 1, OPTIONS, Set.of());
        var file =
                Arguments.absolute(asked.word().orElseThrow(() -> CannotStart.refused("The dump to load is missing.")));
        try (var dump = BackupReader.open(file, asked.key())) {
            var elsewhere = elsewhere(asked);
            if (elsewhere.isPresent()) {
                new Load(dump, elsewhere.get(), System.out).run();
                return true;
            }
            if (Files.exists(asked.data().resolve("postgres")))
                throw CannotStart.refused("%s holds data already: a load overwrites nothing.".formatted(asked.data()));
            loadInto(asked.data(), dump);
        }
        return true;
    }

    private static void loadInto(Path data, BackupReader dump) {
        try (var cluster = Cluster.create(data)) {
            var unfinished = Files.writeString(
                    new SystemFolder(data).unfinished(),
                    "A load did not finish here. Delete the folder and load again.");
            new Load(dump, cluster::connect, System.out).run();
            Files.delete(unfinished);
        } catch (IOException failure) {
            throw CannotStart.failed("The dump could not be loaded: " + failure);
        }
    }

    private static Optional<Server> elsewhere(Arguments asked) {
        return asked.value("--address")
                .map(address -> Server.at(
                        address,
                        asked.path("--password-file")
                                .orElseThrow(() -> CannotStart.refused("--address needs --password-file."))));
    }
}
