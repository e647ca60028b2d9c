package ilgam.management;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessMemoryTest {

    private static final double MEBIBYTE = 1024 * 1024;

    @TempDir
    private Path root;

    @BeforeEach
    void a_machine_with_a_gibibyte_and_a_process_with_100_mebibytes() throws IOException {
        write("proc/meminfo", "MemTotal:        1048576 kB\nMemFree:   1 kB\n");
        write("proc/self/status", "Name:\tjava\nVmRSS:\t  102400 kB\n");
    }

    @Test
    void in_a_container_it_is_the_control_group() throws IOException {
        write("proc/self/cgroup", "0::/\n");
        group("sys/fs/cgroup", "memory.current", "memory.max", "inactive_file");

        assertThat(memory().used()).isEqualTo(200 * MEBIBYTE);
        assertThat(memory().limit()).isEqualTo(512 * MEBIBYTE);
    }

    @Test
    void the_memory_controller_of_older_kernels_is_read() throws IOException {
        write("proc/self/cgroup", "9:cpu,cpuacct:/docker/abc\n8:memory:/docker/abc\n0::/\n");
        group("sys/fs/cgroup/memory", "memory.usage_in_bytes", "memory.limit_in_bytes", "total_inactive_file");

        assertThat(memory().used()).isEqualTo(200 * MEBIBYTE);
        assertThat(memory().limit()).isEqualTo(512 * MEBIBYTE);
    }

    @Test
    void a_control_group_without_a_limit_is_ignored() throws IOException {
        write("proc/self/cgroup", "8:memory:/user\n0::/user.slice\n");
        write("sys/fs/cgroup/user.slice/memory.current", "900000000\n");
        write("sys/fs/cgroup/user.slice/memory.max", "max\n");
        write("sys/fs/cgroup/memory/user/memory.usage_in_bytes", "900000000\n");
        write("sys/fs/cgroup/memory/user/memory.limit_in_bytes", "9223372036854771712\n");

        assertThat(memory().used()).isEqualTo(100 * MEBIBYTE);
        assertThat(memory().limit()).isEqualTo(1024 * MEBIBYTE);
    }

    @Test
    void this_process_uses_more_than_nothing_and_less_than_the_limit() {
        var memory = ProcessMemory.ofThisProcess();
        assertThat(memory.used()).isPositive().isLessThan(memory.limit());
    }

    private void group(String folder, String used, String limit, String droppable) throws IOException {
        write(folder + "/" + used, Long.toString(300 * 1024 * 1024) + "\n");
        write(folder + "/" + limit, Long.toString(512 * 1024 * 1024) + "\n");
        write(folder + "/memory.stat", "anon 1\n" + droppable + " " + 100 * 1024 * 1024 + "\n");
    }

    private ProcessMemory memory() {
        return new ProcessMemory(root);
    }

    private void write(String file, String content) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), content);
    }
}
