package ilgam.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command that starts the launcher of a checkout, with the same options of Java as in ./start. */
record LauncherCommand(Path checkout, Path data, Map<String, String> environment, List<String> options) {

    /** Starts the launcher, which stops when the calling thread ends. */
    Process start() {
        var command = new ArrayList<String>();
        if (Files.isExecutable(Path.of("/usr/bin/setpriv")))
            command.addAll(List.of("setpriv", "--pdeathsig", "TERM", "--"));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms8m",
                "-Xmn4m",
                "-Xmx64m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:TrimNativeHeapInterval=30000",
                "-jar",
                jar().toString(),
                "--data",
                data.toString()));
        if (!options.contains("--port")) command.addAll(List.of("--port", "0"));
        command.addAll(options);
        try {
            var launcher = new ProcessBuilder(command).redirectErrorStream(true);
            launcher.environment().putAll(environment);
            return launcher.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** In the checkout or a folder above, because tests run in the folder of their module. */
    private Path jar() {
        for (var folder = checkout; folder != null; folder = folder.getParent()) {
            var target = folder.resolve("standalone/target");
            if (!Files.isDirectory(target)) continue;
            try (var files = Files.newDirectoryStream(target, "standalone-*.jar")) {
                for (var file : files) return file;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        throw new IllegalStateException("The launcher is not built: mvn package makes it.");
    }
}
