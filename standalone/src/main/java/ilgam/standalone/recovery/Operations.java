package ilgam.standalone.recovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import ilgam.standalone.Archive;
import ilgam.standalone.CannotStart;
import ilgam.standalone.Cluster;
import ilgam.standalone.SystemFolder;

/**
 * The main class of ./ilgam, with its commands and their options. The exit code is 0 on success, 1 on a failure or
 * fault, and 2 when the command is refused.
 */
final class Operations {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,4})(s|m|h|d)");

    private static final Set<String> ELSEWHERE = Set.of("--data", "--key-file", "--address", "--password-file");

    private Operations() {}

    static void main(String[] arguments) {
        try {
            var all = List.of(arguments);
            if (all.isEmpty()) throw CannotStart.refused("A command is missing: ./ilgam --help lists it.");
            System.exit(run(all.getFirst(), all.subList(1, all.size())) ? 0 : 1);
        } catch (CannotStart reason) {
            System.err.println("ilgam: " + reason.getMessage());
            System.exit(reason.exitCode());
        } catch (UncheckedIOException failure) {
            System.err.println("ilgam: " + failure.getMessage());
            System.exit(1);
        }
    }

    static boolean run(String command, List<String> arguments) {
        return switch (command) {
            case "status" -> status(arguments);
            case "backup" -> backup(arguments);
            case "restore" -> restore(arguments);
            case "check" -> check(arguments);
            case "dump" -> dump(arguments);
            case "load" -> load(arguments);
            case "rebuild" -> rebuild(arguments);
            case "upgrade-database" -> upgrade(arguments);
            default ->
                throw CannotStart.refused("There is no command '%s': ./ilgam --help lists them.".formatted(command));
        };
    }

    private static boolean status(List<String> arguments) {
        var asked = Arguments.parse(arguments, 0, Set.of("--data"), Set.of());
        return new Status(asked.data(), System.out).print();
    }

    private static boolean backup(List<String> arguments) {
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
                () -> cluster(asked),
                folder,
                key(asked),
                !asked.has("--no-verify"),
                asked.value("--keep").map(Operations::count).orElse(Integer.MAX_VALUE),
                asked.has("--prune-archive"),
                asked.path("--erasures").orElseGet(() -> new SystemFolder(data).erasures()),
                System.out);
        var every = asked.value("--every").map(Operations::duration);
        if (every.isPresent()) routine.repeat(every.get());
        else routine.once();
        return true;
    }

    private static boolean restore(List<String> arguments) {
        var asked = Arguments.parse(
                arguments, 1, Set.of("--data", "--key-file", "--archive", "--at", "--erasures"), Set.of());
        var file = Arguments.absolute(asked.word().orElseThrow(() -> CannotStart.refused("The backup is missing.")));
        var data = asked.data();
        try (var backup = BackupReader.open(file, key(asked))) {
            // Written first, because a restored system may be started at once.
            new ErasureList(asked.path("--erasures").orElseGet(() -> new SystemFolder(data).erasures()))
                    .takeIn(file.resolveSibling(ErasureList.NAME), System.out);
            new Restore(
                            backup,
                            data,
                            asked.path("--archive").map(Archive::in).orElse(null),
                            asked.value("--at").map(Operations::instant).orElse(null),
                            System.out)
                    .run();
        }
        return true;
    }

    private static boolean check(List<String> arguments) {
        var asked = Arguments.parse(arguments, 1, Set.of("--data", "--address", "--key-file"), Set.of());
        if (asked.word().isPresent()) {
            var file = Arguments.absolute(asked.word().get());
            try (var backup = BackupReader.open(file, key(asked))) {
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
        try (var cluster = cluster(asked)) {
            var services = Services.ifRunningOn(asked.data());
            try {
                return new Check(cluster, services, System.out).passes();
            } finally {
                services.ifPresent(Services::close);
            }
        }
    }

    private static boolean dump(List<String> arguments) {
        var asked = Arguments.parse(arguments, 1, ELSEWHERE, Set.of());
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
            new Dump(elsewhere.get(), System.out).write(folder, file, key(asked));
            return true;
        }
        try (var cluster = Cluster.of(asked.data())) {
            new Dump(cluster::connect, System.out).write(folder, file, key(asked));
        }
        return true;
    }

    private static boolean load(List<String> arguments) {
        var asked = Arguments.parse(arguments, 1, ELSEWHERE, Set.of());
        var file =
                Arguments.absolute(asked.word().orElseThrow(() -> CannotStart.refused("The dump to load is missing.")));
        try (var dump = BackupReader.open(file, key(asked))) {
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
                    new SystemFolder(data).unfinished(), "A load did not finish here. Delete the folder and load again.");
            new Load(dump, cluster::connect, System.out).run();
            Files.delete(unfinished);
        } catch (IOException failure) {
            throw CannotStart.failed("The dump could not be loaded: " + failure);
        }
    }

    private static Cluster cluster(Arguments asked) {
        return asked.value("--address")
                .map(address -> Cluster.runningAt(Server.address(address), asked.data()))
                .orElseGet(() -> Cluster.of(asked.data()));
    }

    private static boolean rebuild(List<String> arguments) {
        var asked = Arguments.parse(arguments, 2, Set.of("--data"), Set.of());
        if (asked.words().size() < 2)
            throw CannotStart.refused("The projection is missing: ./ilgam rebuild work items, for example.");
        try (var services = Services.runningOn(asked.data())) {
            new Rebuild(services, asked.words().get(0), asked.words().get(1), System.out).run();
        }
        return true;
    }

    private static Optional<Server> elsewhere(Arguments asked) {
        return asked.value("--address")
                .map(address -> Server.at(
                        address,
                        asked.path("--password-file")
                                .orElseThrow(() -> CannotStart.refused("--address needs --password-file."))));
    }

    private static boolean upgrade(List<String> arguments) {
        var asked = Arguments.parse(arguments, 0, Set.of("--data", "--programs"), Set.of());
        var programs = asked.path("--programs").orElseThrow(() -> CannotStart.refused("--programs is missing."));
        new Upgrade(asked.data(), programs, System.out).run();
        return true;
    }

    private static @Nullable Key key(Arguments asked) {
        return asked.path("--key-file").map(Key::read).orElse(null);
    }

    static Duration duration(String text) {
        var read = DURATION.matcher(text);
        if (read.matches() && Integer.parseInt(read.group(1)) > 0) {
            var count = Long.parseLong(read.group(1));
            return switch (read.group(2)) {
                case "s" -> Duration.ofSeconds(count);
                case "m" -> Duration.ofMinutes(count);
                case "h" -> Duration.ofHours(count);
                default -> Duration.ofDays(count);
            };
        }
        throw CannotStart.refused("'%s' is no length of time: use 6h, 30m or 1d.".formatted(text));
    }

    static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException failure) {
            throw CannotStart.refused(
                    "'%s' is no instant: use 2026-11-29T08:30:00Z, or with an offset such as +09:00.".formatted(text));
        }
    }

    private static int count(String text) {
        if (text.matches("[1-9]\\d{0,5}")) return Integer.parseInt(text);
        throw CannotStart.refused("'%s' is not how many backups to keep: it is at least 1.".formatted(text));
    }
}
