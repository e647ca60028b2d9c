package ilgam.work.api;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import ilgam.member.language.MemberId;
import ilgam.work.Story;
import ilgam.work.language.Category;
import ilgam.work.language.CommentId;
import ilgam.work.language.ItemEvent;
import ilgam.work.language.ItemEvent.CommentEdited;
import ilgam.work.language.ItemEvent.Commented;
import ilgam.work.language.ItemEvent.ItemAssigned;
import ilgam.work.language.ItemEvent.ItemDeleted;
import ilgam.work.language.ItemEvent.ItemDescribed;
import ilgam.work.language.ItemEvent.ItemDueScheduled;
import ilgam.work.language.ItemEvent.ItemLabelled;
import ilgam.work.language.ItemEvent.ItemLinked;
import ilgam.work.language.ItemEvent.ItemMoved;
import ilgam.work.language.ItemEvent.ItemPrioritised;
import ilgam.work.language.ItemEvent.ItemRenamed;
import ilgam.work.language.ItemEvent.ItemReparented;
import ilgam.work.language.ItemEvent.ItemRestored;
import ilgam.work.language.ItemEvent.ItemSized;
import ilgam.work.language.ItemEvent.ItemTied;
import ilgam.work.language.ItemEvent.ItemUnlabelled;
import ilgam.work.language.ItemEvent.ItemUnlinked;
import ilgam.work.language.ItemId;
import ilgam.work.language.LinkType;
import ilgam.work.language.Priority;
import ilgam.work.language.ProjectEvent.MemberAdmitted;
import ilgam.work.language.ProjectEvent.ProjectDescribed;
import ilgam.work.language.ProjectEvent.ProjectRenamed;
import ilgam.work.language.ProjectEvent.WorkflowDefined;
import ilgam.work.language.ProjectId;
import ilgam.work.language.Status;
import ilgam.work.language.Visibility;

import static ilgam.work.api.Reading.ADA;
import static ilgam.work.api.Reading.LIN;
import static ilgam.work.api.Reading.NOW;
import static ilgam.work.api.Reading.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever happened since: each read as of an instant answers what it answered then. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimeTravelTest {

    private static final Instant START = NOW.minus(Duration.ofDays(10));
    private static final Duration STEP = Duration.ofMinutes(1);
    private static final int STEPS = 10;
    private static final int ITEMS = 6;

    private static final List<Status> SHORT_WORKFLOW = List.of(
            new Status("to-do", "Ready", Category.TODO),
            new Status("done", "Finished", Category.DONE),
            new Status("qa", "Quality", Category.WAITING));
    private static final Map<String, String> SUCCESSORS =
            Map.of("backlog", "to-do", "in-progress", "qa", "blocked", "done", "cancelled", "done");

    private final Reading reading = new Reading();
    private final Random random = new Random(17);
    private final List<ItemId> items = new ArrayList<>();
    private final Map<CommentId, ItemId> comments = new HashMap<>();

    /** What each path answered after each step. */
    private final Map<Instant, Map<String, String>> answered = new LinkedHashMap<>();

    @BeforeAll
    void a_company_works_and_reads_after_each_step() {
        var web = reading.project("WEB", Visibility.OPEN, START, ADA);
        reading.feed.read();
        for (int step = 0; step < STEPS; step++) {
            var at = START.plus(STEP.multipliedBy(step));
            if (items.size() < ITEMS) opens(web, at);
            for (int event = 0; event < 12; event++) reading.feed.happens(at, ADA, anything());
            if (step % 4 == 3) happensToTheProject(web, at, step);
            reading.feed.read();
            answered.put(at, paths(items.size()).collect(LinkedHashMap::new, this::ask, Map::putAll));
        }
    }

    private void ask(Map<String, String> answers, String path) {
        answers.put(path, answer(path));
    }

    @AfterAll
    void close() {
        reading.close();
    }

    @Test
    void every_read_as_of_an_instant_answers_what_it_answered_then() {
        answered.forEach((at, answers) -> answers.forEach((path, answer) ->
                assertThat(answer(path, at)).as("%s at %s", path, at).isEqualTo(answer)));
    }

    @Test
    void nothing_changes_between_two_instants_at_which_something_happened() {
        answered.forEach((at, answers) -> answers.forEach(
                (path, answer) -> assertThat(answer(path, at.plus(STEP).minusNanos(1)))
                        .as("%s just before %s", path, at.plus(STEP))
                        .isEqualTo(answer)));
    }

    @Test
    void before_the_first_instant_there_was_nothing() {
        var before = "at=" + START.minusMillis(1);
        assertThat(reading.keys("/api/work-items?" + before)).isEmpty();
        assertThat(reading.refusal("/api/tasks/WEB-1?" + before)).startsWith("404 not-found: There was no task");
        assertThat(reading.refusal("/api/tasks/WEB-1/relations?" + before)).startsWith("404 not-found");
        assertThat(reading.json("/api/tasks/WEB-1/history?" + before).path("items"))
                .isEmpty();
        assertThat(reading.json("/api/tasks/WEB-1/comments?" + before).path("items"))
                .isEmpty();
        for (var status :
                reading.json("/api/projects/WEB/workflow/items?" + before).path("items"))
            assertThat(status.path("count").asInt()).isZero();
    }

    private static Stream<String> paths(int opened) {
        var ofItems = IntStream.rangeClosed(1, opened)
                .mapToObj(number -> "/api/work-items/WEB-" + number)
                .flatMap(item -> Stream.of(item, item + "/relations", item + "/comments", item + "/history"));
        var lists = Stream.of(
                        "sort=key",
                        "sort=-updatedAt",
                        "sort=dueOn",
                        "sort=priority",
                        "sort=title&deleted=true",
                        "status=Ready,To%20do",
                        "status=blocked",
                        "category=done",
                        "category=todo,doing",
                        "label=red",
                        "assignee=" + LIN,
                        "assignee=none",
                        "points=3",
                        "parent=WEB-1",
                        "text=Mop",
                        "text=second%20words",
                        "due=2026-11-10..2026-11-14")
                .map(query -> "/api/work-items?count=true&" + query);
        var projects = Stream.of("/api/projects", "/api/projects/WEB", "/api/projects/WEB/workflow/items");
        return Stream.of(ofItems, lists, projects).flatMap(paths -> paths);
    }

    private String answer(String path) {
        var response = reading.response(path, Map.of());
        return response.getStatus() == 200 ? reading.json(path).toString() : "" + response.getStatus();
    }

    private String answer(String path, Instant at) {
        return answer(path + (path.contains("?") ? "&" : "?") + "at=" + at);
    }

    private void opens(ProjectId web, Instant at) {
        var story = Story.of(web, items.size() + 1L)
                .titled("Item " + items.size())
                .described("First words.")
                .in(oneOf(WORKFLOW).id());
        if (items.size() % 2 == 1) story.issue();
        items.add(story.opens(reading.feed, at, ADA));
    }

    private ItemEvent anything() {
        var item = oneOf(items);
        var other = oneOf(items);
        return switch (random.nextInt(16)) {
            case 0 -> new ItemRenamed(item, "", oneOf(List.of("Mop", "Sweep", "가을")));
            case 1, 2 -> new ItemMoved(item, null, oneOf(WORKFLOW).id());
            case 3 -> new ItemAssigned(item, null, random.nextBoolean() ? null : new MemberId(LIN));
            case 4 -> new ItemDescribed(item, oneOf(List.of("", "Second words.", "More.")));
            case 5 -> new ItemDueScheduled(item, null, LocalDate.of(2026, 11, 8 + random.nextInt(9)));
            case 6 -> new ItemPrioritised(item, Priority.NONE, oneOf(List.of(Priority.values())));
            case 7 -> new ItemLabelled(item, oneOf(List.of("red", "blue")));
            case 8 -> new ItemUnlabelled(item, oneOf(List.of("red", "blue")));
            case 9 -> new ItemReparented(item, null, random.nextBoolean() ? null : other);
            case 10 -> new ItemTied(item, null, random.nextBoolean() ? null : other);
            case 11 -> new ItemLinked(item, oneOf(List.of(LinkType.values())), other);
            case 12 -> new ItemUnlinked(item, oneOf(List.of(LinkType.values())), other);
            case 13 -> random.nextBoolean() ? new ItemDeleted(item) : new ItemRestored(item);
            case 14 -> new ItemSized(item, null, BigDecimal.valueOf(random.nextInt(4)));
            default -> comment(item);
        };
    }

    private ItemEvent comment(ItemId item) {
        if (comments.size() > 4) {
            var known = oneOf(List.copyOf(comments.entrySet()));
            return new CommentEdited(known.getValue(), known.getKey(), "Edited " + random.nextInt(100));
        }
        var comment = new CommentId(new UUID(7, comments.size()));
        comments.put(comment, item);
        return new Commented(item, comment, "Said");
    }

    private void happensToTheProject(ProjectId web, Instant at, int step) {
        var isShort = step % 8 == 3;
        reading.feed
                .happens(at, LIN, new ProjectRenamed(web, "Web " + step))
                .happens(at, LIN, new ProjectDescribed(web, "Since step " + step))
                .happens(at, LIN, new MemberAdmitted(web, new MemberId(new UUID(8, step))))
                .happens(
                        at,
                        LIN,
                        new WorkflowDefined(
                                web, isShort ? SHORT_WORKFLOW : WORKFLOW, isShort ? SUCCESSORS : Map.of("qa", "done")));
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
