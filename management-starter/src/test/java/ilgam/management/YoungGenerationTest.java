package ilgam.management;

import java.io.File;
import java.lang.management.ManagementFactory;

import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** In a process of its own, with a service's collector and about its heap. */
class YoungGenerationTest {

    private static final int MEGABYTE = 1024 * 1024;
    private static final byte[][] ALIVE = new byte[40][];

    @Test
    void a_busy_process_has_a_larger_young_generation_until_it_is_quiet() throws Exception {
        var sizes = sizes();
        assertThat(sizes[1]).isGreaterThan(sizes[0] * 3 / 2);
        assertThat(sizes[2]).isLessThan(sizes[1] * 2 / 3);
    }

    /** The sizes in MB: at the start, when busy, and when quiet again. */
    private static long[] sizes() throws Exception {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx256m",
                        "-XX:InitialHeapSize=32m",
                        "-XX:NewSize=10m",
                        "-XX:+UseSerialGC",
                        "-XX:MinHeapFreeRatio=5",
                        "-XX:MaxHeapFreeRatio=10",
                        "-XX:-ShrinkHeapInSteps",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        YoungGenerationTest.class.getName())
                .redirectError(new File("/dev/null"))
                .start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8)
                .strip()
                .split(" ", -1);
        assertThat(process.waitFor()).isZero();
        return new long[] {Long.parseLong(said[0]), Long.parseLong(said[1]), Long.parseLong(said[2])};
    }

    /** Keeps 40 MB alive; allocates much garbage, and then none. */
    static void main(String[] none) {
        for (int n = 0; n < ALIVE.length; n++) ALIVE[n] = new byte[MEGABYTE];
        var old = new OldGeneration();
        old.collect();
        var first = young();
        var watched = new YoungGeneration(old);
        for (int n = 0; n < 2_000; n++) ALIVE[n % 2] = new byte[MEGABYTE / 10];
        watched.look();
        var busy = young();
        for (int n = 0; n < YoungGeneration.LOOKS_AT_QUIET; n++) watched.look();
        System.out.println(first + " " + busy + " " + young());
    }

    private static long young() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getName().equals("Eden Space"))
                        .mapToLong(pool -> pool.getUsage().getCommitted())
                        .sum()
                / MEGABYTE;
    }
}
