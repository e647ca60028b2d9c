package ilgam.standalone;

import java.io.IOException;

/** Sends signals that Java itself cannot send. */
final class Signals {

    private Signals() {}

    static void send(String signal, long pid) {
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -%s %d".formatted(signal, pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException noShell) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Describes how a process ended. */
    static String explain(int exitCode) {
        return switch (exitCode) {
            case 137 -> "was killed";
            case 143 -> "was ended by SIGTERM";
            case 3 -> "ran out of memory or crashed (code 3)";
            case -1 -> "could not be started";
            default -> "ended with code " + exitCode;
        };
    }
}
