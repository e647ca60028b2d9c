package ilgam.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import ilgam.trial.Client;
import ilgam.trial.Multipart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The projection of items is rebuilt from 200,000 events while members read lists, present and past, and change items:
 * every answer must be right and fast.
 */
@Tag("long")
@Order(270)
class RebuildWhileReadTest {

    private static final int ITEMS = 2_000;
    private static final int HOURS = 99;
    private static final String[] STATUSES = {"Open", "Busy", "Done"};
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final Duration LIMIT = Duration.ofMinutes(20);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);
    private static final String WORKFLOW = """
            {"statuses": [{"name": "Open", "category": "todo"}, {"name": "Busy", "category": "doing"},
              {"name": "Done", "category": "done"}]}""";

    @TempDir
    private Path folder;

    private final String project = Ilgam.newKey();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicLong longest = new AtomicLong();

    @Test
    void answers_stay_right_and_fast_while_a_projection_is_rebuilt_from_200_000_events() throws IOException {
        var began = Instant.now();
        var imported = Import.begin(
                        Ilgam.admin(),
                        new Multipart()
                                .field("project", project)
                                .file("workflow", "workflow.json", WORKFLOW.getBytes(UTF_8))
                                .file("items", items())
                                .file("events", events()))
                .finish(LIMIT);
        assertThat(imported.path("state").asString()).as(imported.toString()).isEqualTo("done");
        assertThat(imported.path("rejected")).isEmpty();
        await().atMost(LIMIT)
                .until(() ->
                        view().path("position").asLong() == view().path("head").asLong());
        assertThat(view().path("head").asLong()).isGreaterThanOrEqualTo((long) ITEMS * (HOURS + 1));
        var rebuilt = Instant.now();

        Ilgam.admin().post("/api/projections/work/items/rebuild", Map.of()).expect(202);
        var reader = Ilgam.member("Jean Sammet");
        var writer = Ilgam.member("Adele Goldberg");
        var atWork = Stream.<Runnable>of(() -> read(reader), () -> read(Ilgam.admin()), () -> write(writer))
                .map(CompletableFuture::runAsync)
                .toList();
        try {
            await().atMost(LIMIT)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> view().path("state").asString().equals("running")
                            || atWork.stream().anyMatch(CompletableFuture::isDone));
        } finally {
            over.set(true);
        }
        atWork.forEach(CompletableFuture::join);

        assertThat(Duration.ofNanos(longest.get())).isLessThan(LONGEST_ANSWER);
        assertThat(answers.get()).isGreaterThan(100);
        System.out.printf(
                "%d events imported in %s, rebuilt in %s; %d answers meanwhile, the longest took %d ms%n",
                view().path("head").asLong(),
                Duration.between(began, rebuilt).truncatedTo(ChronoUnit.SECONDS),
                Duration.between(rebuilt, Instant.now()).truncatedTo(ChronoUnit.SECONDS),
                answers.get(),
                longest.get() / 1_000_000);
    }

    private static JsonNode view() {
        return Ilgam.admin()
                .get("/api/projections")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("context").asString().equals("work")
                        && one.path("name").asString().equals("items"))
                .findFirst()
                .orElseThrow();
    }

    /** Reads the number of items by status after some hours, and the present status of an item. */
    private void read(Client member) {
        var random = new Random(7);
        while (!over.get()) {
            int hour = 1 + random.nextInt(HOURS);
            int status = random.nextInt(STATUSES.length);
            var list = timely(() -> member.get("/api/work-items?project=%s&status=%s&count=true&limit=1&at=%s"
                            .formatted(project, STATUSES[status], START.plus(Duration.ofHours(hour))))
                    .expect(200)
                    .json());
            assertThat(list.path("total").asLong())
                    .as("%s after %d hours", STATUSES[status], hour)
                    .isEqualTo(IntStream.rangeClosed(1, ITEMS)
                            .filter(item -> status(item, hour).equals(STATUSES[status]))
                            .count());

            int item = 1 + random.nextInt(ITEMS);
            var now = timely(() -> member.get("/api/work-items/%s-%d".formatted(project, item))
                    .expect(200)
                    .json());
            assertThat(now.path("title").asString()).isEqualTo("Item " + item);
            assertThat(now.path("status").asString()).as("%d now", item).isEqualTo(status(item, HOURS));
        }
    }

    /** Changes an item and reads the change. */
    private void write(Client member) {
        var task = "/api/work-items/"
                + member.post("/api/tasks", Map.of("project", project, "title", "First"))
                        .expect(201)
                        .text("key");
        for (int n = 0; !over.get(); n++) {
            var title = "Title " + n;
            timely(() -> member.patch(task, Map.of("title", title)).expect(200).json());
            assertThat(timely(() -> member.get(task).expect(200).json())
                            .path("title")
                            .asString())
                    .isEqualTo(title);
        }
    }

    /** A read that is checked. */
    @FunctionalInterface
    private interface Question {
        JsonNode answer();
    }

    private JsonNode timely(Question question) {
        long began = System.nanoTime();
        var answer = question.answer();
        longest.accumulateAndGet(System.nanoTime() - began, Math::max);
        answers.incrementAndGet();
        return answer;
    }

    private static String status(int item, int hour) {
        return STATUSES[(item + hour) % STATUSES.length];
    }

    private Path items() throws IOException {
        var file = folder.resolve("items.ndjson");
        try (var out = Files.newBufferedWriter(file)) {
            for (int item = 1; item <= ITEMS; item++)
                out.write(
                        "{\"id\":\"A-%d\",\"kind\":\"task\",\"title\":\"Item %d\",\"created_at\":\"%s\",\"status\":\"%s\"}\n"
                                .formatted(item, item, START, status(item, HOURS)));
        }
        return file;
    }

    private Path events() throws IOException {
        var file = folder.resolve("events.ndjson");
        try (var out = Files.newBufferedWriter(file)) {
            for (int item = 1; item <= ITEMS; item++) {
                out.write("{\"item_id\":\"A-%d\",\"seq\":0,\"at\":\"%s\",\"field\":\"created\"}\n"
                        .formatted(item, START));
                for (int hour = 1; hour <= HOURS; hour++)
                    out.write(
                            "{\"item_id\":\"A-%d\",\"seq\":%d,\"at\":\"%s\",\"field\":\"status\",\"from\":%s,\"to\":\"%s\"}\n"
                                    .formatted(
                                            item,
                                            hour,
                                            START.plus(Duration.ofHours(hour)),
                                            hour == 1 ? "null" : "\"" + status(item, hour - 1) + "\"",
                                            status(item, hour)));
            }
        }
        return file;
    }
}
