package ilgam.management;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;

import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** In processes of their own, with a service's collector and about its heap. */
class OldGenerationTest {

    private static final int MEGABYTE = 1024 * 1024;
    private static final int NEAR = 115 * MEGABYTE;

    @Test
    void the_heap_stays_near_the_size_of_live_objects() throws Exception {
        assertThat(megabytesOfOldGeneration("watched")).isLessThan(NEAR / MEGABYTE);
    }

    @Test
    void without_early_collections_the_heap_grows_to_its_limit() throws Exception {
        assertThat(megabytesOfOldGeneration("unwatched")).isGreaterThan(140);
    }

    private static long megabytesOfOldGeneration(String how) throws Exception {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx256m",
                        "-XX:InitialHeapSize=64m",
                        "-XX:+UseSerialGC",
                        "-XX:MinHeapFreeRatio=5",
                        "-XX:MaxHeapFreeRatio=10",
                        "-XX:-ShrinkHeapInSteps",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        OldGenerationTest.class.getName(),
                        how)
                .redirectError(new File("/dev/null"))
                .start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        assertThat(process.waitFor()).isZero();
        return Long.parseLong(output);
    }

    /** Allocates one gigabyte through the old generation, with 20 MB alive at any time. */
    static void main(String[] how) throws InterruptedException {
        if (how[0].equals("watched")) new OldGeneration().watch();
        // The collector reports usage by a thread of its own, which may run late on a busy machine.
        int patience = how[0].equals("watched") ? 300 : 0;
        var alive = new ArrayDeque<byte[]>();
        long most = 0;
        for (int n = 0; n < 20_000; n++) {
            alive.add(new byte[MEGABYTE / 20]);
            if (alive.size() > 400) alive.remove();
            long now = committed();
            for (; patience > 0 && now >= NEAR; patience--, now = committed()) Thread.sleep(100);
            most = Math.max(most, now);
        }
        System.out.println(most / MEGABYTE);
    }

    private static long committed() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Tenured Gen"))
                .mapToLong(pool -> pool.getUsage().getCommitted())
                .findAny()
                .orElseThrow();
    }
}
