package ilgam.management;

import java.util.List;

import io.micrometer.core.instrument.Meter;

/** Meters of libraries that no dashboard, alert or run-book uses. */
final class UnusedMeters {

    private static final List<String> PREFIXES =
            List.of("application.", "executor", "http.server.requests.active", "jdbc.", "spring.", "tasks.", "tomcat.");

    private UnusedMeters() {}

    static boolean include(Meter.Id meter) {
        return PREFIXES.stream().anyMatch(meter.getName()::startsWith);
    }
}
