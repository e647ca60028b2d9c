package ilgam.work.list;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ilgam.member.language.MemberId;
import ilgam.work.Feed;
import ilgam.work.language.Category;
import ilgam.work.language.CommentId;
import ilgam.work.language.ItemEvent;
import ilgam.work.language.ItemEvent.Commented;
import ilgam.work.language.ItemEvent.ItemAssigned;
import ilgam.work.language.ItemEvent.ItemDeleted;
import ilgam.work.language.ItemEvent.ItemDescribed;
import ilgam.work.language.ItemEvent.ItemEstimated;
import ilgam.work.language.ItemEvent.ItemLabelled;
import ilgam.work.language.ItemEvent.ItemMoved;
import ilgam.work.language.ItemEvent.ItemOpened;
import ilgam.work.language.ItemEvent.ItemRenamed;
import ilgam.work.language.ItemEvent.ItemRestored;
import ilgam.work.language.ItemEvent.ItemUnlabelled;
import ilgam.work.language.ItemId;
import ilgam.work.language.Kind;
import ilgam.work.language.Priority;
import ilgam.work.language.ProjectEvent.ProjectStarted;
import ilgam.work.language.ProjectEvent.WorkflowDefined;
import ilgam.work.language.ProjectId;
import ilgam.work.language.Status;
import ilgam.work.language.Visibility;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever order of time events come in, and however they are cut into batches, every instant shows what was. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LateEventsTest {

    private static final UUID PROJECT = UUID.fromString("0197a000-0000-7000-8000-000000000001");
    private static final Instant START = Instant.parse("2016-03-01T00:00:00Z");
    private static final int INSTANTS = 12;
    private static final List<String> STATUSES = List.of("open", "busy", "ready");

    private Feed feed;
    private Items items;

    @BeforeAll
    void start() {
        feed = new Feed(Clock.systemUTC());
        items = feed.the(Items.class);
        var project = new ProjectId(PROJECT);
        feed.happens(START, null, new ProjectStarted(project, "LATE", "Late", "", Visibility.OPEN))
                .happens(
                        START,
                        null,
                        new WorkflowDefined(
                                project,
                                List.of(
                                        new Status("open", "Open", Category.TODO),
                                        new Status("busy", "Busy", Category.DOING),
                                        new Status("ready", "Ready", Category.DONE)),
                                java.util.Map.of()))
                .read();
    }

    @AfterAll
    void stop() {
        feed.close();
    }

    /** What happened to an item, in the order of its stream. */
    private record Told(ItemEvent event, Instant at, long sequence) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void every_instant_shows_what_a_plain_reading_in_the_order_of_time_shows(long seed) {
        var random = new Random(seed);
        var stories = new ArrayList<List<Told>>();
        for (int i = 0; i < 8; i++) stories.add(story(new ItemId(new UUID(seed, random.nextLong())), i, seed, random));
        stories.forEach(story -> story.forEach(told -> feed.happens(told.at(), null, told.event())));
        inBatches(random);

        for (var story : stories) {
            for (int i = -1; i <= INSTANTS; i++) assertShown(story, START.plusSeconds(i));
            assertShown(story, null);
        }
    }

    private void inBatches(Random random) {
        var events = feed.take();
        for (int from = 0; from < events.size(); ) {
            var to = Math.min(events.size(), from + 1 + random.nextInt(40));
            feed.read(events.subList(from, to));
            from = to;
        }
        feed.read(events.subList(0, Math.min(7, events.size())));
    }

    private static List<Told> story(ItemId item, int number, long seed, Random random) {
        var story = new ArrayList<Told>();
        var opening = START.plusSeconds(2);
        story.add(new Told(opened(item, seed * 100 + number), opening, 0));
        var count = random.nextInt(40);
        for (int sequence = 1; sequence <= count; sequence++)
            story.add(
                    new Told(anything(item, sequence, random), START.plusSeconds(random.nextInt(INSTANTS)), sequence));
        return story;
    }

    private static ItemEvent anything(ItemId item, int sequence, Random random) {
        var label = "label" + random.nextInt(3);
        return switch (random.nextInt(10)) {
            case 0 -> new ItemRenamed(item, "", "Title " + random.nextInt(3));
            case 1 -> new ItemMoved(item, null, STATUSES.get(random.nextInt(3)));
            case 2 -> new ItemMoved(item, null, STATUSES.get(random.nextInt(3)));
            case 3 ->
                new ItemAssigned(
                        item, null, random.nextBoolean() ? null : new MemberId(new UUID(0, random.nextInt(3))));
            case 4 -> new ItemLabelled(item, label);
            case 5 -> new ItemUnlabelled(item, label);
            case 6 -> new ItemDescribed(item, "Description " + sequence);
            case 7 -> random.nextBoolean() ? new ItemDeleted(item) : new ItemRestored(item);
            case 8 -> new ItemEstimated(item, null, new BigDecimal(random.nextInt(4)));
            default -> new Commented(item, new CommentId(new UUID(1, random.nextLong())), "Words");
        };
    }

    private static ItemOpened opened(ItemId item, long number) {
        return new ItemOpened(
                item,
                new ProjectId(PROJECT),
                number,
                null,
                Kind.TASK,
                "Title",
                "Description",
                "open",
                null,
                null,
                Priority.NORMAL,
                null,
                null,
                null,
                null,
                null,
                List.of("label1"),
                null,
                null,
                null,
                null);
    }

    private void assertShown(List<Told> story, @Nullable Instant at) {
        var item = story.getFirst().event().item().value();
        var shown = items.find(item.toString(), Feed.admin(new UUID(0, 9)), at);
        var expected = Model.of(story, at);
        if (expected == null) assertThat(shown).isEmpty();
        else assertThat(shown.map(Model::of)).contains(expected);
    }

    /** An item as a plain reading of its events has it. */
    private record Model(
            String title,
            String description,
            @Nullable String status,
            @Nullable UUID assignee,
            List<String> labels,
            @Nullable BigDecimal estimate,
            boolean deleted,
            long version,
            Instant updatedAt,
            @Nullable Instant doneAt) {

        static Model of(ItemView view) {
            return new Model(
                    view.title(),
                    requireNonNull(view.description()),
                    view.statusId(),
                    view.assignee(),
                    view.labels(),
                    view.estimateHours(),
                    view.deleted(),
                    view.version(),
                    view.updatedAt(),
                    view.doneAt());
        }

        static @Nullable Model of(List<Told> story, @Nullable Instant at) {
            var opening = story.getFirst().at();
            if (at != null && at.isBefore(opening)) return null;
            var title = "Title";
            var description = "Description";
            var status = "open";
            UUID assignee = null;
            var labels = new java.util.TreeSet<>(List.of("label1"));
            BigDecimal estimate = null;
            var deleted = false;
            long version = 0;
            var updated = opening;
            Instant done = null;
            var inTime = story.stream()
                    .map(told -> told.at().isBefore(opening) ? new Told(told.event(), opening, told.sequence()) : told)
                    .sorted(Comparator.comparing(Told::at).thenComparingLong(Told::sequence))
                    .filter(told -> at == null || !told.at().isAfter(at))
                    .toList();
            for (var told : inTime) {
                version = Math.max(version, told.sequence());
                updated = told.at();
                switch (told.event()) {
                    case ItemRenamed it -> title = it.to();
                    case ItemDescribed it -> description = it.to();
                    case ItemMoved it -> {
                        var was = status.equals("ready");
                        status = it.to();
                        if (!status.equals("ready")) done = null;
                        else if (!was) done = told.at();
                    }
                    case ItemAssigned it ->
                        assignee = it.to() == null ? null : it.to().value();
                    case ItemLabelled it -> labels.add(it.label());
                    case ItemUnlabelled it -> labels.remove(it.label());
                    case ItemEstimated it -> estimate = it.to();
                    case ItemDeleted _ -> deleted = true;
                    case ItemRestored _ -> deleted = false;
                    default -> {}
                }
            }
            return new Model(
                    title,
                    description,
                    status,
                    assignee,
                    List.copyOf(labels),
                    estimate,
                    deleted,
                    version,
                    updated,
                    done);
        }
    }
}
