package ilgam.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Resource use of a running system's processes so far, read from /proc: CPU seconds and memory by process name. */
public record Usage(Map<String, Double> cpuSeconds, Map<String, Double> megabytes) {

    private static final double TICKS_PER_SECOND = 100;

    static Usage of(RunningSystem system) {
        var cpu = new LinkedHashMap<String, Double>();
        var memory = new LinkedHashMap<String, Double>();
        system.processes().forEach((name, pid) -> {
            cpu.put(name, withChildren(name, pid).mapToDouble(Usage::cpu).sum() + cpuOfEndedChildren(pid));
            memory.put(name, withChildren(name, pid).mapToDouble(Usage::pss).sum());
        });
        return new Usage(cpu, memory);
    }

    /** All processes are children of the launcher; only PostgreSQL has children of its own. */
    private static Stream<Long> withChildren(String name, long pid) {
        var children = name.equals("launcher")
                ? Stream.<ProcessHandle>empty()
                : ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants);
        return Stream.concat(Stream.of(pid), children.map(ProcessHandle::pid));
    }

    double totalCpuSeconds() {
        return sum(cpuSeconds);
    }

    double totalMegabytes() {
        return sum(megabytes);
    }

    Map<String, Double> cpuSince(Usage earlier) {
        var spent = new LinkedHashMap<String, Double>();
        cpuSeconds.forEach((name, seconds) ->
                spent.put(name, seconds - earlier.cpuSeconds().getOrDefault(name, 0.0)));
        return spent;
    }

    private static double sum(Map<String, Double> values) {
        return values.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static double cpu(long pid) {
        return ticks(pid, 11) + ticks(pid, 12);
    }

    /** CPU seconds of PostgreSQL's children that have ended; the launcher's own children are counted by name. */
    private static double cpuOfEndedChildren(long pid) {
        return ticks(pid, 13) + ticks(pid, 14);
    }

    private static double ticks(long pid, int field) {
        var stat = read(Path.of("/proc", Long.toString(pid), "stat"));
        if (stat.isEmpty()) return 0;
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Double.parseDouble(fields[field]) / TICKS_PER_SECOND;
    }

    private static double pss(long pid) {
        return read(Path.of("/proc", Long.toString(pid), "smaps_rollup"))
                .lines()
                .filter(line -> line.startsWith("Pss:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                .sum();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException ended) {
            return "";
        }
    }
}
