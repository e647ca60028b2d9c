package ilgam.work.replica;

import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import ilgam.work.language.Category;
import ilgam.work.language.Status;

import static org.assertj.core.api.Assertions.assertThat;

/** For random workflows, meanings and what is shown equal those of the naive computations. */
class RandomWorkflowsTest {

    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final Category[] CATEGORIES = Category.values();

    @Test
    void meanings_and_what_is_shown_equal_the_naive_ones() {
        for (int seed = 0; seed < 2_000; seed++) {
            var definitions = definitions(new Random(seed));
            var workflow = new DatedWorkflow(definitions);
            assertThat(workflow.meanings())
                    .as("seed %d: %s", seed, definitions)
                    .containsExactlyElementsOf(new NaiveMeanings(definitions).meanings());
            assertThat(workflow.shown())
                    .as("seed %d: %s", seed, definitions)
                    .containsExactlyElementsOf(new NaiveShown(definitions).shown());
        }
    }

    @Test
    void the_cost_is_linear_in_the_number_of_definitions() {
        assertThat(reads(200)).isLessThanOrEqualTo(2 * reads(100)).isLessThan(5L * 200 * 50);
    }

    private static long reads(int definitions) {
        var reads = new AtomicLong();
        var all = IntStream.range(0, definitions)
                .mapToObj(number -> new Definition(
                        START.plusSeconds(number), counted(reads, renamed(number)), Map.of("status-0", "status-1")))
                .toList();
        var workflow = new DatedWorkflow(all);
        assertThat(workflow.meanings()).hasSizeGreaterThan(definitions * 49);
        assertThat(workflow.shown()).hasSizeGreaterThan(definitions * 49);
        return reads.get();
    }

    private static List<Status> renamed(int definition) {
        return IntStream.range(definition % 2, 50)
                .mapToObj(status -> new Status("status-" + status, status + " " + definition, Category.DOING))
                .toList();
    }

    private static <T> List<T> counted(AtomicLong reads, List<T> list) {
        return new AbstractList<>() {
            @Override
            public T get(int index) {
                reads.incrementAndGet();
                return list.get(index);
            }

            @Override
            public int size() {
                return list.size();
            }
        };
    }

    /** Definitions as projects make them: a successor is in the workflow that retires its predecessor, or nowhere. */
    private static List<Definition> definitions(Random random) {
        var definitions = new ArrayList<Definition>();
        var at = START;
        var before = List.<Status>of();
        for (int number = random.nextInt(1, 8); number > 0; number--) {
            var statuses = IntStream.range(0, 5)
                    .filter(_ -> random.nextInt(3) > 0)
                    .mapToObj(id -> new Status(
                            "status-" + id,
                            "Name " + random.nextInt(2),
                            CATEGORIES[random.nextInt(CATEGORIES.length) / 2]))
                    .toList();
            if (statuses.isEmpty()) continue;
            definitions.add(new Definition(at, statuses, successors(before, statuses, random)));
            before = statuses;
            at = at.plusSeconds(random.nextInt(3));
        }
        return definitions;
    }

    private static Map<String, String> successors(List<Status> before, List<Status> now, Random random) {
        var ids = now.stream().map(Status::id).toList();
        var successors = new HashMap<String, String>();
        for (var status : before)
            if (!ids.contains(status.id()) && random.nextInt(5) > 0)
                successors.put(status.id(), random.nextInt(6) == 0 ? "nowhere" : ids.get(random.nextInt(ids.size())));
        return successors;
    }
}
