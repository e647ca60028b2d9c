package ilgam.standalone.recovery;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

import ilgam.standalone.CannotStart;

/**
 * The main class of ./ilgam, with its commands. The exit code is 0 on success, 1 on a failure or fault, and 2 when the
 * command is refused.
 */
final class Operations {

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
            case "backup" -> BackupCommands.backup(arguments);
            case "restore" -> BackupCommands.restore(arguments);
            case "check" -> BackupCommands.check(arguments);
            case "dump" -> DumpCommands.dump(arguments);
            case "load" -> DumpCommands.load(arguments);
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

    private static boolean rebuild(List<String> arguments) {
        var asked = Arguments.parse(arguments, 2, Set.of("--data"), Set.of());
        if (asked.words().size() < 2)
            throw CannotStart.refused("The projection is missing: ./ilgam rebuild work items, for example.");
        try (var services = Services.runningOn(asked.data())) {
            new Rebuild(services, asked.words().get(0), asked.words().get(1), System.out).run();
        }
        return true;
    }

    private static boolean upgrade(List<String> arguments) {
        var asked = Arguments.parse(arguments, 0, Set.of("--data", "--programs"), Set.of());
        var programs = asked.path("--programs").orElseThrow(() -> CannotStart.refused("--programs is missing."));
        new Upgrade(asked.data(), programs, System.out).run();
        return true;
    }
}
