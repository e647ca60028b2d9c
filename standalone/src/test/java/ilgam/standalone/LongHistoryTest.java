package ilgam.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import ilgam.trial.Client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * An item with a very long history of edits and comments: services neither die nor use more memory, and later changes
 * read no more events than those of a new item.
 */
@Order(250)
class LongHistoryTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final List<String> SERVICES =
            List.of("member-context", "work-context", "dashboard-context", "gateway");
    private static final int MEMBERS = 4;
    private static final int CHANGES = 20;

    /** A description of nearly the greatest length: 60 kB. */
    private static final String LETTERS = "가".repeat(19_990);

    /** Edits until another snapshot, which is taken after half a MiB. */
    private static final int DESCRIPTIONS_AFTER_A_SNAPSHOT = 10;

    private static final String EVENTS_READ = "ilgam_event_store_events_read_total";
    private static final String LAG = "ilgam_processor_lag_events{processor=\"items\"";
    private static final String HEAP = "jvm_memory_used_bytes{area=\"heap\"";
    private static final double MOST_MORE_HEAP = 24e6;

    private final List<Client> members = IntStream.range(0, MEMBERS)
            .mapToObj(n -> Ilgam.member("Ada Talkative " + n))
            .toList();
    private final String project = Ilgam.newKey();

    @Test
    @Tag("system")
    void services_survive_dozens_of_long_edits_and_hundreds_of_comments() {
        edited(60, 300);
    }

    @Test
    @Tag("long")
    void services_survive_a_thousand_long_edits_and_ten_thousand_comments() {
        edited(1_000, 10_000);
    }

    private void edited(int edits, int comments) {
        members.getFirst()
                .post("/api/projects", Map.of("key", project, "name", "Talkative", "visibility", "open"))
                .expect(201);
        var fresh = opened();
        var item = opened();
        everybody(10, n -> change(n, fresh));
        change(0, item);
        var processes = Ilgam.system().processes();
        var heapBefore = heap();
        long readBefore = eventsRead();
        everybody(
                comments,
                n -> member(n)
                        .post(item + "/comments", Map.of("text", "Comment %d, which says something".formatted(n)))
                        .expect(201));
        everybody(
                edits,
                n -> member(n).patch(item, Map.of("description", LETTERS + n)).expect(200));
        long read = eventsRead() - readBefore;

        assertThat(read).as("events read meanwhile").isLessThan((comments + edits) * 101L);
        awaitItemsAreShown();
        var cheap = eventsReadBy(() -> change(1, fresh));
        assertThat(eventsReadBy(() -> change(1, item)))
                .as("events read by changes, %d on a fresh item", cheap)
                .isLessThanOrEqualTo(cheap + CHANGES * DESCRIPTIONS_AFTER_A_SNAPSHOT);
        mustBeShownInPieces(item);
        assertThat(heap())
                .as("heaps %s before", heapBefore)
                .allSatisfy((service, bytes) -> assertThat(bytes)
                        .as(service)
                        .isLessThan(heapBefore.getOrDefault(service, 0.0) + MOST_MORE_HEAP));
        assertThat(Ilgam.system().processes()).isEqualTo(processes);
    }

    private String opened() {
        return "/api/work-items/"
                + members.getFirst()
                        .post("/api/tasks", Map.of("project", project, "title", "Talked about"))
                        .expect(201)
                        .text("key");
    }

    private Client member(int n) {
        return members.get(n % MEMBERS);
    }

    private interface Step {
        void by(int n);
    }

    /** Runs the steps in parallel, divided among the members. */
    private static void everybody(int times, Step step) {
        IntStream.range(0, MEMBERS)
                .parallel()
                .forEach(member -> IntStream.range(0, times)
                        .filter(n -> n % MEMBERS == member)
                        .forEach(step::by));
    }

    private void change(int round, String item) {
        for (int n = 0; n < CHANGES; n++)
            member(n)
                    .patch(item, Map.of("title", "Title %d of round %d".formatted(n, round)))
                    .expect(200);
    }

    private static void awaitItemsAreShown() {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(value("work-context", LAG)).isZero());
    }

    private static void mustBeShownInPieces(String item) {
        var reader = Ilgam.admin();
        assertThat(reader.get(item).expect(200).text("description")).startsWith("가");
        assertThat(reader.get(item + "/history?limit=200").expect(200).body()).hasSizeLessThan(200 * 3_000);
        assertThat(reader.get(item + "/comments?limit=200").expect(200).json().path("items"))
                .hasSize(200);
        assertThat(reader.get("/api/work-items?project=" + item.replaceAll(".*/(.*)-.*", "$1"))
                        .expect(200)
                        .body())
                .hasSizeLessThan(10_000);
    }

    private static long eventsReadBy(Runnable step) {
        long before = eventsRead();
        step.run();
        return eventsRead() - before;
    }

    private static long eventsRead() {
        return (long) value("work-context", EVENTS_READ);
    }

    /** Heap use after a garbage collection. */
    private static Map<String, Double> heap() {
        return SERVICES.stream().collect(Collectors.toMap(service -> service, service -> {
            collectGarbage(Ilgam.system().processes().getOrDefault(service, -1L));
            return value(service, HEAP);
        }));
    }

    private static void collectGarbage(long process) {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            assertThat(new ProcessBuilder(jcmd, Long.toString(process), "GC.run")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor())
                    .isZero();
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    /** The sum of a metric's series. */
    private static double value(String service, String metric) {
        return new Client(Ilgam.system().management(service))
                .get("/actuator/prometheus")
                .expect(200)
                .body()
                .lines()
                .filter(line -> line.startsWith(metric))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
