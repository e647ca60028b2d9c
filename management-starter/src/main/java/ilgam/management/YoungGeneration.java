package ilgam.management;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import com.sun.management.HotSpotDiagnosticMXBean;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/**
 * Enlarges the young generation while a service is busy, and shrinks it after a minute of quiet.
 *
 * <p>The serial collector makes it half as large as the old generation whenever that is collected. In a small, busy
 * service it is then collected so often that requests are still running: their objects are promoted, which costs more
 * than creating them did. A busy service therefore leaves half of the old generation free, by the two limits that
 * HotSpot lets a running process change (docs/adr/0020-the-old-generation-is-collected-early.md).
 */
final class YoungGeneration implements DisposableBean {

    /** The name of the serial collector for the young generation. Other collectors adapt by themselves. */
    private static final String SERIAL = "Copy";

    private static final Duration EVERY = Duration.ofSeconds(1);

    /** More collections than this between two looks mean busy; a single log-in causes fewer. */
    private static final long BUSY = 3;

    /** Fewer collections than this in {@link #LOOKS_AT_QUIET} looks mean quiet: some 4 MB a second. */
    private static final long QUIET = 6;

    static final int LOOKS_AT_QUIET = 60;

    /** How much of the old generation may be free after a collection, in percent. */
    private record Free(String least, String most) {}

    private static final Free HALF = new Free("50", "60");

    private final OldGeneration old;
    private final HotSpotDiagnosticMXBean options = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    private final Optional<GarbageCollectorMXBean> collector = ManagementFactory.getGarbageCollectorMXBeans().stream()
            .filter(candidate -> candidate.getName().equals(SERIAL))
            .findAny();
    private final Free usual = new Free(option("MinHeapFreeRatio"), option("MaxHeapFreeRatio"));
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("young-generation").factory());
    private boolean roomy;
    private long collections = count();
    private long collectionsAMinuteAgo;
    private int looks;

    YoungGeneration(OldGeneration old) {
        this.old = old;
    }

    @EventListener(ApplicationReadyEvent.class)
    void watch() {
        if (collector.isEmpty()) return;
        collections = count();
        var _ = clock.scheduleWithFixedDelay(this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Enlarges it when the service became busy since the last look; shrinks it after {@link #LOOKS_AT_QUIET} quiet looks. */
    void look() {
        var now = count();
        if (!roomy && now - collections >= BUSY) {
            allow(HALF);
            looks = 0;
            collectionsAMinuteAgo = now;
        } else if (roomy && ++looks == LOOKS_AT_QUIET) {
            if (now - collectionsAMinuteAgo < QUIET) allow(usual);
            looks = 0;
            collectionsAMinuteAgo = now;
        }
        collections = now;
    }

    private long count() {
        return collector.map(GarbageCollectorMXBean::getCollectionCount).orElse(0L);
    }

    private void allow(Free free) {
        options.setVMOption("MinHeapFreeRatio", "0"); // must not exceed the maximum
        options.setVMOption("MaxHeapFreeRatio", free.most());
        options.setVMOption("MinHeapFreeRatio", free.least());
        old.collect();
        roomy = free.equals(HALF);
    }

    private String option(String name) {
        return options.getVMOption(name).getValue();
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
    }
}
