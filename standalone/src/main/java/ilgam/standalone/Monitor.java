package ilgam.standalone;

import java.nio.file.Path;
import java.util.List;

/**
 * A monitoring program that runs beside the system: its name in Prometheus, its port on this machine, and its command.
 */
record Monitor(String name, int port, List<String> command) {

    String url() {
        return "http://127.0.0.1:" + port;
    }

    ProcessBuilder process(Path folder) {
        return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    }
}
