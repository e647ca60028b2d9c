package ilgam.standalone;

import java.io.PrintStream;
import java.util.List;

/** The lines that the launcher prints for its operator. */
final class Console {

    private final PrintStream out;
    private final long began = System.nanoTime();

    Console(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        out.println("ilgam: " + line);
    }

    /** Lines of a process' log. */
    void quote(List<String> lines) {
        lines.forEach(line -> out.println("  | " + line));
    }

    /** The time since the launcher's start. */
    String elapsed() {
        return "%.1f s".formatted((System.nanoTime() - began) / 1e9);
    }
}
