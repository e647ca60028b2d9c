package ilgam.work.api;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ilgam.work.Story;
import ilgam.work.language.ItemEvent.ItemDeleted;
import ilgam.work.language.ItemId;
import ilgam.work.language.Priority;
import ilgam.work.language.ProjectId;
import ilgam.work.language.Visibility;

import static ilgam.work.api.Reading.ADA;
import static ilgam.work.api.Reading.EVE;
import static ilgam.work.api.Reading.LIN;
import static ilgam.work.api.Reading.NOW;
import static ilgam.work.api.Reading.WORKFLOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** However filters are combined, a list has what a plain reading finds, in its order, page by page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CombinedFiltersTest {

    private static final Instant START = NOW.minus(Duration.ofDays(10));
    private static final int ITEMS = 90;

    /** What a test knows of an item. */
    private record Known(
            String project,
            long number,
            ItemId id,
            boolean isIssue,
            String title,
            int status,
            @Nullable UUID assignee,
            Priority priority,
            @Nullable LocalDate due,
            @Nullable BigDecimal points,
            Set<String> labels,
            @Nullable String parent,
            Instant createdAt,
            boolean isDeleted) {

        String key() {
            return project + "-" + number;
        }
    }

    /** A parameter with its value, and which items it lets through. */
    private record Filter(String query, Predicate<Known> lets) {

        static Filter of(String name, String value, Predicate<Known> lets) {
            return new Filter(name + "=" + URLEncoder.encode(value, UTF_8).replace("+", "%20"), lets);
        }
    }

    private static final Map<String, Comparator<Known>> ORDERS = Map.of(
            "key", comparing(Known::project).thenComparingLong(Known::number),
            "createdAt", comparing(Known::createdAt),
            "updatedAt", comparing(Known::createdAt),
            "priority", comparing(Known::priority),
            "dueOn", comparing(Known::due, nullsLast(naturalOrder())));

    private final Reading reading = new Reading();
    private final List<Known> all = new ArrayList<>();

    @BeforeAll
    void many_items_are_opened() {
        var random = new Random(23);
        var projects = Map.of(
                "WEB", reading.project("WEB", Visibility.OPEN, START, ADA),
                "APP", reading.project("APP", Visibility.OPEN, START, ADA),
                "SEC", reading.project("SEC", Visibility.PRIVATE, START, EVE));
        var whole =
                Story.of(requireNonNull(projects.get("WEB")), 1).titled("Whole").opens(reading.feed, START, ADA);
        all.add(whole(whole));
        for (int number = 2; number <= ITEMS; number++) {
            var key = oneOf(random, "WEB", "WEB", "APP", "SEC");
            var known = opens(random, key, requireNonNull(projects.get(key)), number, whole);
            if (!key.equals("SEC")) all.add(known);
        }
        reading.feed.read();
    }

    private static Known whole(ItemId id) {
        return new Known(
                "WEB", 1, id, false, "Whole", 1, null, Priority.NONE, null, null, Set.of(), null, START, false);
    }

    private Known opens(Random random, String key, ProjectId project, int number, ItemId whole) {
        var story = Story.of(project, number);
        var known = new Known(
                key,
                number,
                story.item(),
                random.nextBoolean(),
                oneOf(random, "Mop the floor", "Sweep the hall", "바닥 청소"),
                random.nextInt(WORKFLOW.size()),
                random.nextInt(3) == 0 ? null : oneOf(random, ADA, LIN),
                oneOf(random, Priority.values()),
                random.nextInt(4) == 0 ? null : LocalDate.of(2026, 11, 10 + random.nextInt(12)),
                random.nextInt(3) == 0 ? null : new BigDecimal(oneOf(random, "0", "0.5", "3", "8")),
                random.nextInt(3) == 0 ? Set.of() : Set.of(oneOf(random, "red", "blue, light"), "all"),
                random.nextInt(3) == 0 ? "WEB-1" : null,
                START.plusSeconds(random.nextInt(20)),
                random.nextInt(8) == 0);
        if (known.isIssue()) story.issue();
        if (known.assignee() != null) story.heldBy(known.assignee());
        if (known.due() != null) story.due(known.due().toString());
        if (known.points() != null) story.sized(known.points().toString());
        if (known.parent() != null) story.partOf(whole);
        story.titled(known.title())
                .in(WORKFLOW.get(known.status()).id())
                .prioritised(known.priority())
                .labelled(known.labels().toArray(String[]::new))
                .opens(reading.feed, known.createdAt(), ADA);
        if (known.isDeleted()) reading.feed.happens(known.createdAt(), ADA, new ItemDeleted(known.id()));
        return known;
    }

    @AfterAll
    void close() {
        reading.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void a_list_is_what_all_its_filters_let_through(int seed) {
        var random = new Random(seed);
        var filters = filters(random);
        Collections.shuffle(filters, random);
        var chosen = filters.subList(0, 1 + random.nextInt(3));
        var isDeleted = random.nextInt(6) == 0;
        var field = oneOf(random, ORDERS.keySet().toArray(String[]::new));
        var descends = random.nextBoolean();
        var query = "/api/work-items?count=true&deleted=" + isDeleted + "&sort=" + (descends ? "-" : "") + field
                + String.join(
                        "", chosen.stream().map(filter -> "&" + filter.query()).toList());

        var expected = all.stream()
                .filter(item -> item.isDeleted() == isDeleted)
                .filter(item -> chosen.stream().allMatch(filter -> filter.lets().test(item)))
                .sorted(order(field, descends))
                .map(Known::key)
                .toList();
        for (var at : List.of("", "&at=" + NOW)) {
            assertThat(shown(query + at + "&limit=200")).as(query + at).isEqualTo(expected);
            assertThat(pages(query + at + "&limit=7")).as(query + at).isEqualTo(expected);
        }
    }

    /** An item without a due date comes last either way; equal ones are in the order of their ids. */
    private static Comparator<Known> order(String field, boolean descends) {
        var by = requireNonNull(ORDERS.get(field))
                .thenComparing(item -> item.id().toString());
        if (!descends) return by;
        return field.equals("dueOn")
                ? comparing((Known item) -> item.due() == null).thenComparing(by.reversed())
                : by.reversed();
    }

    private List<String> shown(String path) {
        var page = reading.json(path);
        assertThat(page.path("next").isNull()).isTrue();
        return Reading.keys(page.path("items"));
    }

    private List<String> pages(String path) {
        var keys = new ArrayList<String>();
        var next = "";
        do {
            var page = reading.json(path + "&cursor=" + next);
            keys.addAll(Reading.keys(page.path("items")));
            next = page.path("next").asString("");
            if (next.isEmpty()) assertThat(page.path("total").asInt()).isEqualTo(keys.size());
        } while (!next.isEmpty());
        return keys;
    }

    private static List<Filter> filters(Random random) {
        var status = WORKFLOW.get(random.nextInt(WORKFLOW.size()));
        var from = LocalDate.of(2026, 11, 10 + random.nextInt(8));
        var priorities = EnumSet.of(oneOf(random, Priority.values()), Priority.NONE);
        return new ArrayList<>(List.of(
                Filter.of("project", "web", item -> item.project().equals("WEB")),
                Filter.of("project", "SEC,APP", item -> item.project().equals("APP")),
                Filter.of("kind", "issue", Known::isIssue),
                Filter.of(
                        "status",
                        status.name(),
                        item -> WORKFLOW.get(item.status()).equals(status)),
                Filter.of(
                        "status",
                        "none," + status.id(),
                        item -> WORKFLOW.get(item.status()).equals(status)),
                Filter.of(
                        "category",
                        status.category().name().toLowerCase(Locale.ROOT),
                        item -> WORKFLOW.get(item.status()).category() == status.category()),
                Filter.of("assignee", "me,none", item -> !LIN.equals(item.assignee())),
                Filter.of("assignee", LIN.toString(), item -> LIN.equals(item.assignee())),
                Filter.of("priority", words(priorities), item -> priorities.contains(item.priority())),
                Filter.of(
                        "due",
                        from + ".." + from.plusDays(4) + ",none",
                        item -> item.due() == null
                                || (!item.due().isBefore(from) && !item.due().isAfter(from.plusDays(4)))),
                Filter.of("points", "0.50,8", item -> Set.of("0.5", "8").contains(String.valueOf(item.points()))),
                Filter.of("label", "blue\\, light,green", item -> item.labels().contains("blue, light")),
                Filter.of("parent", "WEB-1", item -> "WEB-1".equals(item.parent())),
                Filter.of("text", "THE", item -> item.title().contains("the ")),
                Filter.of("text", "청소 바닥", item -> item.title().equals("바닥 청소"))));
    }

    private static String words(Set<Priority> priorities) {
        return String.join(",", priorities.stream().map(Priority::name).toList());
    }

    @SafeVarargs
    private static <T> T oneOf(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }
}
