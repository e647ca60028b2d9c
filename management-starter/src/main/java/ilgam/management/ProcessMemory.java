package ilgam.management;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Memory in use and its limit: of the control group where that has a limit, as in a container, else of this process and
 * this machine. In a control group, file caches that the kernel may drop at any time are not counted.
 */
final class ProcessMemory implements MeterBinder {

    /**
     * The files of a memory controller.
     *
     * @param droppable the entry of the statistics with the size of droppable file caches
     */
    private record Group(Path used, Path limit, Path statistics, String droppable) {

        static Group v2(Path folder) {
            return new Group(
                    folder.resolve("memory.current"),
                    folder.resolve("memory.max"),
                    folder.resolve("memory.stat"),
                    "inactive_file");
        }

        static Group v1(Path folder) {
            return new Group(
                    folder.resolve("memory.usage_in_bytes"),
                    folder.resolve("memory.limit_in_bytes"),
                    folder.resolve("memory.stat"),
                    "total_inactive_file");
        }
    }

    private final Path root;

    ProcessMemory(Path root) {
        this.root = root;
    }

    static ProcessMemory ofThisProcess() {
        return new ProcessMemory(Path.of("/"));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("ilgam.memory.used", this, ProcessMemory::used)
                .description("Memory in use by the process's control group where that has a limit, else by the process")
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder("ilgam.memory.limit", this, ProcessMemory::limit)
                .description("Memory that the control group may use, else that the machine has")
                .baseUnit("bytes")
                .register(registry);
    }

    double used() {
        var machine = machine();
        return limited(machine)
                .map(group -> inUse(group).orElse(0))
                .findFirst()
                .orElseGet(() -> kilobytes("proc/self/status", "VmRSS:"));
    }

    double limit() {
        var machine = machine();
        return limited(machine)
                .map(group -> number(group.limit()).orElse(machine))
                .findFirst()
                .orElse(machine);
    }

    private Stream<Group> limited(long machine) {
        return groups().filter(group -> number(group.limit()).orElse(Long.MAX_VALUE) < machine)
                .filter(group -> number(group.used()).isPresent());
    }

    private static OptionalLong inUse(Group group) {
        var used = number(group.used());
        if (used.isEmpty()) return used;
        return OptionalLong.of(Math.max(0, used.getAsLong() - field(group.statistics(), group.droppable())));
    }

    /**
     * The control group of this process. In a container its path may be the host's, so the root of the mount is tried,
     * too.
     */
    private Stream<Group> groups() {
        return lines(root.resolve("proc/self/cgroup")).stream().flatMap(line -> {
            var parts = line.split(":", 3);
            if (parts.length < 3) return Stream.empty();
            var path = parts[2].replaceFirst("^/+", "");
            if (parts[1].isEmpty()) return Stream.of(path, "").map(place -> Group.v2(folder("sys/fs/cgroup", place)));
            return List.of(parts[1].split(",")).contains("memory")
                    ? Stream.of(path, "").map(place -> Group.v1(folder("sys/fs/cgroup/memory", place)))
                    : Stream.empty();
        });
    }

    private Path folder(String mount, String path) {
        return root.resolve(mount).resolve(path);
    }

    private long machine() {
        return kilobytes("proc/meminfo", "MemTotal:");
    }

    private long kilobytes(String file, String name) {
        return 1024 * field(root.resolve(file), name);
    }

    private static long field(Path file, String name) {
        return lines(file).stream()
                .map(line -> line.split("\\s+"))
                .filter(words -> words.length > 1 && words[0].equals(name))
                .mapToLong(words -> Long.parseLong(words[1]))
                .findFirst()
                .orElse(0);
    }

    /** The number in a file; empty for "max". */
    private static OptionalLong number(Path file) {
        return lines(file).stream()
                .filter(line -> line.matches("\\d{1,18}"))
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException notHere) {
            return List.of();
        }
    }
}
