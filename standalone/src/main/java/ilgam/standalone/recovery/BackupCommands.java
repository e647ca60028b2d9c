package ilgam.standalone.recovery;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import ilgam.standalone.Archive;
import ilgam.standalone.CannotStart;
import ilgam.standalone.SystemFolder;

/** The commands backup, restore and check, with their options. */
final class BackupCommands {

    private BackupCommands() {}

    static boolean backup(List<String> arguments) {
        var asked = Arguments.parse(
                arguments,
                1,
                Set.of("--data", "--address", "--key-file", "--every", "--keep", "--erasures"),
                Set.of("--no-verify", "--prune-archive"));
        var data = asked.data();
        var folder = asked.word()
                .map(Arguments::absolute)
                .orElseGet(() -> data.resolveSibling(data.getFileName() + "-backups"));
        if (folder.startsWith(data))
            throw CannotStart.refused("%s is within the data that is to be backed up.".formatted(folder));
        var routine = new Routine(
                data,
                () -> asked.cluster(),
                folder,
                asked.key(),
                !asked.has("--no-verify"),
                asked.value("--keep").map(Values::count).orElse(Integer.MAX_VALUE),
                asked.has("--prune-archive"),
                asked.path("--erasures").orElseGet(() -> new SystemFolder(data).erasures()),
                System.out);
        var every = asked.value("--every").map(Values::duration);
        if (every.isPresent()) routine.repeat(every.get());
        else routine.once();
        return true;
    }

    static boolean restore(List<String> arguments) {
        var asked = Arguments.parse(
                arguments, 1, Set.of("--data", "--key-file", "--archive", "--at", "--erasures"), Set.of());
        var file = Arguments.absolute(asked.word().orElseThrow(() -> CannotStart.refused("The backup is missing.")));
        var data = asked.data();
        try (var backup = BackupReader.open(file, asked.key())) {
            // Written first, because a restored system may be started at once.
            new ErasureList(asked.path("--erasures").orElseGet(() -> new SystemFolder(data).erasures()))
                    .takeIn(file.resolveSibling(ErasureList.NAME), System.out);
            new Restore(
                            backup,
                            data,
                            asked.path("--archive").map(Archive::in).orElse(null),
                            asked.value("--at").map(Values::instant).orElse(null),
                            System.out)
                    .run();
        }
        return true;
    }

    static boolean check(List<String> arguments) {
        var asked = Arguments.parse(arguments, 1, Set.of("--data", "--address", "--key-file"), Set.of());
        if (asked.word().isPresent())
            return checkFile(Arguments.absolute(asked.word().get()), asked);
        try (var cluster = asked.cluster()) {
            var services = Services.ifRunningOn(asked.data());
            try {
                return new Check(cluster, services, System.out).passes();
            } finally {
                services.ifPresent(Services::close);
            }
        }
    }

    private static boolean checkFile(Path file, Arguments asked) {
        try (var backup = BackupReader.open(file, asked.key())) {
            backup.verify();
            System.out.printf(
                    "ilgam: %s is whole: %d files, %s, as of %s%n",
                    file,
                    backup.manifest().files().size(),
                    Space.text(backup.manifest().size()),
                    backup.manifest().ended());
        }
        return true;
    }
}
