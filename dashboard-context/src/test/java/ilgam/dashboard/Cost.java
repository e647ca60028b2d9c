package ilgam.dashboard;

import java.lang.management.ManagementFactory;
import java.time.Duration;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The cost of some work: elapsed time, and processor time of this thread and its PostgreSQL backend. */
final class Cost {

    private final JdbcClient db;
    private long times;
    private long elapsed;
    private long computed;

    Cost(JdbcClient db) {
        this.db = db;
    }

    void of(int more, Runnable work) {
        long cpu = cpu();
        long start = System.nanoTime();
        work.run();
        elapsed += System.nanoTime() - start;
        computed += cpu() - cpu;
        times += more;
    }

    private long cpu() {
        long backend = db.sql("select pg_backend_pid()").query(Long.class).single();
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()
                + ProcessHandle.of(backend)
                        .flatMap(process -> process.info().totalCpuDuration())
                        .map(Duration::toNanos)
                        .orElse(0L);
    }

    @Override
    public String toString() {
        return "%.1f s for %d: %.2f ms each, %.2f ms of processor time"
                .formatted(elapsed / 1e9, times, elapsed / 1e6 / times, computed / 1e6 / times);
    }
}
