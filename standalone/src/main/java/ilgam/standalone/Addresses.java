package ilgam.standalone;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where the parts of the running system listen, for Prometheus (targets.json), operators' commands and benchmarks
 * (running.json).
 */
final class Addresses {

    private final Options options;
    private final DataFolder data;
    private final int postgresPort;
    private final int registryPort;
    private final List<Monitor> monitors;
    private List<Service> services;

    Addresses(
            Options options,
            DataFolder data,
            int postgresPort,
            int registryPort,
            List<Service> services,
            List<Monitor> monitors) {
        this.options = options;
        this.data = data;
        this.postgresPort = postgresPort;
        this.registryPort = registryPort;
        this.services = services;
        this.monitors = monitors;
        new Targets(services, monitors).writeTo(data);
    }

    synchronized List<Service> services() {
        return services;
    }

    /** Another process may have taken the management port while the service was down. */
    synchronized Service onFreePort(String name) {
        services = services.stream()
                .map(service -> service.name().equals(name) ? service.onFreePort() : service)
                .toList();
        new Targets(services, monitors).writeTo(data);
        return services.stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Writes the description of the running system. */
    void write(Map<String, Long> pids) {
        var running = new LinkedHashMap<String, Object>();
        running.put("url", options.url());
        running.put("events", options.events().toString());
        running.put("postgresPort", postgresPort);
        running.put("registryPort", registryPort);
        running.put(
                "managementPorts",
                services().stream().collect(Collectors.toMap(Service::name, Service::managementPort)));
        running.put("monitors", monitors.stream().collect(Collectors.toMap(Monitor::name, Monitor::url)));
        running.put("processes", pids);
        data.write(data.running(), Json.of(running) + "\n");
    }
}
