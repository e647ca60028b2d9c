package ilgam.work;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import ilgam.member.language.MemberId;
import ilgam.work.language.Category;
import ilgam.work.language.CommentId;
import ilgam.work.language.ItemEvent;
import ilgam.work.language.ItemEvent.Commented;
import ilgam.work.language.ItemEvent.ForeignFieldNoted;
import ilgam.work.language.ItemEvent.ItemAssigned;
import ilgam.work.language.ItemEvent.ItemMoved;
import ilgam.work.language.ItemEvent.ItemOpened;
import ilgam.work.language.ItemEvent.ItemPrioritised;
import ilgam.work.language.ItemId;
import ilgam.work.language.Kind;
import ilgam.work.language.Priority;
import ilgam.work.language.ProjectEvent.ProjectStarted;
import ilgam.work.language.ProjectEvent.WorkflowDefined;
import ilgam.work.language.ProjectId;
import ilgam.work.language.Status;
import ilgam.work.language.Visibility;

/**
 * Measures how fast the projections take in an import: {@code Throughput <items> <events per item> <words a
 * description has>}. Java and PostgreSQL take turns here, so the rate is that of about one core.
 */
public final class Throughput {

    private static final Instant START = Instant.parse("2016-03-01T00:00:00Z");
    private static final List<String> STATUSES = List.of("new", "active", "waiting", "resolved", "closed");
    private static final List<String> WORDS = List.of(
            "login", "fails", "after", "update", "window", "layout", "android", "button", "memory", "crash", "when",
            "opening", "second", "table", "view", "scroll", "image", "loading", "network", "timeout");
    private static final int BATCH = 500;

    private final Random random = new Random(1);
    private double postgresBefore;

    private Throughput() {}

    public static void main(String[] arguments) {
        var items = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        var events = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        var words = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 0;
        try (var feed = new Feed(Clock.systemUTC())) {
            new Throughput().run(feed, items, events, words);
        }
    }

    private void run(Feed feed, int items, int events, int words) {
        var project = new ProjectId(new UUID(7, 7));
        start(feed, project);
        long count = 0;
        postgresBefore = postgresSeconds(feed);
        var began = System.nanoTime();
        for (int item = 0; item < items; item++) {
            var id = new ItemId(UUID.randomUUID());
            var at = START.plus(Duration.ofMinutes(10L * item));
            feed.happens(at, person(), "import:1", id.value(), opened(id, project, item, words));
            for (int i = 1; i < events; i++) {
                at = at.plusSeconds(random.nextInt(3) * 3600L);
                feed.happens(at, person(), "import:1", id.value(), anything(id));
            }
            count += events;
            if (count % 50_000 < events) report(feed, count, began);
            if (feed.waiting() >= BATCH) inBatches(feed);
        }
        inBatches(feed);
        report(feed, count, began);
    }

    private static void inBatches(Feed feed) {
        var events = feed.take();
        for (int from = 0; from < events.size(); from += BATCH)
            feed.read(events.subList(from, Math.min(events.size(), from + BATCH)));
    }

    private void report(Feed feed, long count, long began) {
        var seconds = (System.nanoTime() - began) / 1e9;
        var java = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
        var postgres = postgresSeconds(feed) - postgresBefore;
        System.out.printf(
                "%,d events in %.1f s: %,.0f events/s; CPU seconds: Java %.1f, PostgreSQL %.1f: %,.0f events per one%n",
                count, seconds, count / seconds, java, postgres, count / (java + postgres));
    }

    /** What all processes of the server have used, its writers included. */
    private static double postgresSeconds(Feed feed) {
        return feed.the(JdbcClient.class).sql("select pid from pg_stat_activity").query(Long.class).list().stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .mapToDouble(used -> used.toMillis() / 1e3)
                .sum();
    }

    static void start(Feed feed, ProjectId project) {
        feed.happens(START, null, new ProjectStarted(project, "SN", "ServiceNow", "", Visibility.OPEN));
        feed.happens(
                START,
                null,
                new WorkflowDefined(
                        project,
                        List.of(
                                new Status("new", "New", Category.TODO),
                                new Status("active", "Active", Category.DOING),
                                new Status("waiting", "Awaiting User Info", Category.WAITING),
                                new Status("resolved", "Resolved", Category.DONE),
                                new Status("closed", "Closed", Category.DONE)),
                        Map.of()));
        feed.read();
    }

    private ItemEvent anything(ItemId item) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> new ItemMoved(item, "new", STATUSES.get(random.nextInt(STATUSES.size())));
            case 3 -> new ItemAssigned(item, null, new MemberId(person()));
            case 4 -> new ItemPrioritised(item, Priority.NORMAL, Priority.HIGH);
            case 5 -> new Commented(item, new CommentId(UUID.randomUUID()), text(20));
            default -> new ForeignFieldNoted(item, "group", "group-1", "group-2");
        };
    }

    private ItemOpened opened(ItemId item, ProjectId project, int number, int words) {
        return new ItemOpened(
                item,
                project,
                number + 1,
                "SN-%07d".formatted(number),
                random.nextInt(4) == 0 ? Kind.TASK : Kind.ISSUE,
                text(6),
                text(words),
                "new",
                new MemberId(person()),
                new MemberId(person()),
                List.of(Priority.values()).get(random.nextInt(5)),
                null,
                null,
                null,
                random.nextInt(3) == 0
                        ? Instant.EPOCH
                                .plus(Duration.ofDays(16800 + random.nextInt(400)))
                                .atOffset(java.time.ZoneOffset.UTC)
                                .toLocalDate()
                        : null,
                null,
                List.of(WORDS.get(random.nextInt(WORDS.size()))),
                null,
                null,
                null,
                null);
    }

    private UUID person() {
        return new UUID(3, random.nextInt(200));
    }

    private String text(int words) {
        var text = new ArrayList<String>();
        for (int i = 0; i < words; i++) text.add(WORDS.get(random.nextInt(WORDS.size())));
        return String.join(" ", text);
    }
}
