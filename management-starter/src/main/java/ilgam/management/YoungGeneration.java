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
 * Gives the young generation room while a service is busy, and takes it back when it was quiet for a minute.
 *
 * <p>The serial collector makes it half as large as the old generation, whenever that was collected. What keeps a quiet
 * service small has a busy one collect its young generation so often that requests are still under way: their objects
 * move on to the old one, which costs more than they did. So a busy service leaves half of the old generation free, by
 * the two limits that HotSpot lets a running process change (docs/adr/0020-the-old-generation-is-collected-early.md).
 */
final class YoungGeneration implements DisposableBean {

    /** The serial collector's name of who collects it. Other collectors see to this themselves. */
    private static final String SERIAL = "Copy";

    private static final Duration EVERY = Duration.ofSeconds(1);

    /** So many collections between two looks: more than a single log-in takes. */
    private static final long BUSY = 3;

    /** Fewer collections than this in {@link #LOOKS_AT_QUIET} looks: some 4 MB a second. */
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

    /** Changes the room when a service became busy since the last look, or was quiet for the last {@link #LOOKS_AT_QUIET}. */
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
        options.setVMOption("MinHeapFreeRatio", "0"); // never more than the most
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
