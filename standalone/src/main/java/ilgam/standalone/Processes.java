package ilgam.standalone;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The system's processes: adds them in the order in which they start, and stops them in that of their roles. */
final class Processes {

    /**
     * What a process does, in the order in which they stop: the gateway first, so that no new requests come in, and
     * PostgreSQL last, so that the services can finish.
     */
    enum Role {
        MONITOR,
        GATEWAY,
        CONTEXT,
        DATABASE
    }

    private record Launched(Role role, Child child) {}

    private final Lifecycle lifecycle;
    private final Console console;
    private final List<Launched> launched = new ArrayList<>();

    Processes(Lifecycle lifecycle, Console console) {
        this.lifecycle = lifecycle;
        this.console = console;
    }

    void launch(Role role, Child child) {
        synchronized (this) {
            lifecycle.mustNotStop();
            launched.add(new Launched(role, child));
        }
        child.start();
    }

    synchronized void stop() {
        for (var role : Role.values()) stop(having(role).toList().reversed());
    }

    private void stop(List<Child> group) {
        group.forEach(Child::askToStop);
        for (var child : group)
            if (!child.awaitStopped()) console.say("%s did not end in time and was killed".formatted(child.name()));
    }

    synchronized List<LogFile> logs(Role role) {
        return having(role).map(Child::log).toList();
    }

    /** Passes the process ids by name, one call at a time, and none once the system is stopping. */
    synchronized void describe(Consumer<Map<String, Long>> writer) {
        if (lifecycle.isStopping()) return;
        var pids = new LinkedHashMap<String, Long>();
        pids.put("launcher", ProcessHandle.current().pid());
        for (var one : launched) pids.put(one.child.name(), one.child.pid());
        writer.accept(pids);
    }

    private Stream<Child> having(Role role) {
        return launched.stream().filter(one -> one.role == role).map(Launched::child);
    }
}
