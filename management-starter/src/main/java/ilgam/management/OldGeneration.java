package ilgam.management;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryNotificationInfo;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.management.NotificationEmitter;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/**
 * Collects the old generation when it holds twice what was alive after the last collection and at least 64 MB more, and
 * once after the start. The serial collector by itself would first let it grow to the limit, so that a process would
 * keep the memory of its worst moment (docs/adr/0020-the-old-generation-is-collected-early.md).
 */
final class OldGeneration {

    /** The old generation's name in the serial collector. Other collectors collect early by themselves. */
    private static final String SERIAL = "Tenured Gen";

    /** The garbage of three log-ins: hashing a password fills 19 MB. */
    private static final long LEAST_GARBAGE = 64L * 1024 * 1024;

    private static final long SECONDS_AFTER_START = 15;

    @EventListener(ApplicationReadyEvent.class)
    void watch() {
        pool().ifPresent(pool -> {
            if (ManagementFactory.getMemoryMXBean() instanceof NotificationEmitter memory)
                memory.addNotificationListener(
                        (_, _) -> collect(pool),
                        notification -> notification.getType().equals(MemoryNotificationInfo.MEMORY_THRESHOLD_EXCEEDED),
                        null);
            allowGarbage(pool, pool.getUsage());
            CompletableFuture.delayedExecutor(SECONDS_AFTER_START, TimeUnit.SECONDS)
                    .execute(() -> collect(pool));
        });
    }

    private static Optional<MemoryPoolMXBean> pool() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals(SERIAL))
                .findAny();
    }

    /** Collects now, and sets the next threshold. */
    void collect() {
        pool().ifPresent(OldGeneration::collect);
    }

    private static void collect(MemoryPoolMXBean pool) {
        System.gc();
        allowGarbage(pool, pool.getCollectionUsage());
    }

    private static void allowGarbage(MemoryPoolMXBean pool, MemoryUsage alive) {
        var garbage = Math.max(alive.getUsed(), LEAST_GARBAGE);
        pool.setUsageThreshold(Math.min(alive.getUsed() + garbage, alive.getMax()));
    }
}
