package ilgam.standalone;

import java.util.List;

/** The main class of ./start. */
final class Launcher {

    private Launcher() {}

    static void main(String[] arguments) throws InterruptedException {
        try {
            run(List.of(arguments));
        } catch (CannotStart reason) {
            System.err.println("ilgam: " + reason.getMessage());
            System.exit(reason.exitCode());
        }
    }

    private static void run(List<String> arguments) throws InterruptedException {
        var checkout = Checkout.find();
        var options = withFreePort(Options.parse(arguments, System.getenv(), checkout.root()));
        var data = DataFolder.open(options.data());
        if (!Ports.isFree(options.address(), options.port()))
            throw CannotStart.refused("Port %d on %s is taken. Stop what listens there, or use --port."
                    .formatted(options.port(), options.host()));
        var system = new Standalone(options, checkout, data, System.out);
        var stopped = new StopOnSignal(system);
        Runtime.getRuntime().addShutdownHook(stopped);
        try {
            system.start();
            system.awaitEnd();
        } catch (CannotStart reason) {
            if (stopped.isAlive()) stopped.join();
            system.stop();
            throw reason;
        }
    }

    private static Options withFreePort(Options options) {
        return options.port() == 0 ? options.withPort(Ports.anyFree()) : options;
    }

    /** Stops the system at Ctrl-C and SIGTERM; a clean stop ends with exit code 0. */
    private static final class StopOnSignal extends Thread {

        private final Standalone system;

        StopOnSignal(Standalone system) {
            super("stop");
            this.system = system;
        }

        @Override
        public void run() {
            if (system.stop()) Runtime.getRuntime().halt(0);
        }
    }
}
