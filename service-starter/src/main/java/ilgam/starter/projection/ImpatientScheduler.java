package ilgam.starter.projection;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Coordinates processors. When their database is away, they would wait twice as long after each attempt, up to a minute;
 * here nobody waits longer than a few seconds, so that they go on soon after it has come back.
 */
final class ImpatientScheduler extends ScheduledThreadPoolExecutor {

    private static final long LONGEST_MILLIS = 3_000;

    ImpatientScheduler(String threads) {
        super(1, Thread.ofPlatform().name(threads, 0).factory());
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        return super.schedule(task, Math.min(unit.toMillis(delay), LONGEST_MILLIS), TimeUnit.MILLISECONDS);
    }
}
