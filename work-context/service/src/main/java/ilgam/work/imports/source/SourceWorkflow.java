package ilgam.work.imports.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import ilgam.work.imports.line.SourceLine;
import ilgam.work.imports.line.SourceValue;
import ilgam.work.imports.line.Tidy;
import ilgam.work.imports.line.UnreadableRow;
import ilgam.work.imports.source.Note.Reason;
import ilgam.work.language.Category;
import ilgam.work.language.Kind;
import ilgam.work.language.Priority;
import ilgam.work.project.WorkflowPlan;
import ilgam.work.projects.ProjectView;

import static ilgam.work.imports.line.UnreadableRow.Cause.NOT_JSON;

/**
 * The uploaded {@code workflow.json}: the statuses in their order, and settings for reading the lines.
 *
 * @param notes about tidied values
 */
public record SourceWorkflow(
        List<WorkflowPlan.Step> steps,
        ZoneId zone,
        Map<String, Priority> priorities,
        Map<String, Kind> kinds,
        boolean tellsMoves,
        List<Note> notes) {

    public static final SourceWorkflow NONE =
            new SourceWorkflow(List.of(), ZoneOffset.UTC, Map.of(), Map.of(), false, List.of());

    private static final int LONGEST_NAME = 60;
    private static final int MOST_WORDS = 1_000;

    private static final Map<String, Category> CATEGORIES = Map.ofEntries(
            Map.entry("todo", Category.TODO),
            Map.entry("new", Category.TODO),
            Map.entry("open", Category.TODO),
            Map.entry("backlog", Category.TODO),
            Map.entry("doing", Category.DOING),
            Map.entry("inprogress", Category.DOING),
            Map.entry("indeterminate", Category.DOING),
            Map.entry("waiting", Category.WAITING),
            Map.entry("blocked", Category.WAITING),
            Map.entry("done", Category.DONE),
            Map.entry("complete", Category.DONE),
            Map.entry("completed", Category.DONE),
            Map.entry("closed", Category.DONE),
            Map.entry("dropped", Category.DROPPED),
            Map.entry("cancelled", Category.DROPPED),
            Map.entry("canceled", Category.DROPPED));

    /** @throws UnreadableRow when it has no statuses */
    public static SourceWorkflow read(String json) {
        var read = new Reading(SourceLine.read(json), ImportSettings.usual(Instant.EPOCH));
        var steps = steps(read);
        if (steps.isEmpty()) throw new UnreadableRow(NOT_JSON, "The workflow has no \"statuses\".");
        return new SourceWorkflow(
                steps,
                zone(read),
                words(read, "priorities", word -> Ratings.priority(word, read.settings())),
                words(read, "kinds", word -> Optional.ofNullable(kind(word))),
                read.line().value("transition_history") != null,
                read.notes());
    }

    private static List<WorkflowPlan.Step> steps(Reading read) {
        var steps = new ArrayList<WorkflowPlan.Step>();
        var value = read.line().value("statuses");
        if (value == null) return steps;
        var names = new HashSet<String>();
        for (var element : value.elements(MOST_WORDS)) {
            var status = element.form() == SourceValue.Form.OBJECT ? SourceLine.read(element.text()) : null;
            var word = status == null ? element.word() : status.word("name");
            var name = word == null ? "" : Tidy.line(word, LONGEST_NAME);
            if (name.isEmpty()) throw new UnreadableRow(NOT_JSON, "A status of the workflow has no name.");
            if (word != null && !name.equals(Tidy.asTyped(word)))
                read.note(Note.of("statuses", word, name, Reading.reason(word, LONGEST_NAME)));
            if (names.add(name.toLowerCase(Locale.ROOT)))
                steps.add(new WorkflowPlan.Step(
                        null, name, category(read, status == null ? null : status.word("category"))));
            else read.note(Note.of("statuses", word, null, Reason.TWICE));
        }
        return List.copyOf(steps);
    }

    private static Category category(Reading read, @Nullable String word) {
        var category = CATEGORIES.get(Ratings.fold(word).replaceAll("[^a-z]", ""));
        if (category != null) return category;
        read.note(Note.of("category", word, "todo", word == null ? Reason.MISSING : Reason.UNKNOWN_CATEGORY));
        return Category.TODO;
    }

    private static ZoneId zone(Reading read) {
        var word = read.line().word("zone");
        if (word == null) return ZoneOffset.UTC;
        try {
            return ZoneId.of(word.strip());
        } catch (DateTimeException noZone) {
            read.note(Note.of("zone", word, "UTC", Reason.UNKNOWN_ZONE));
            return ZoneOffset.UTC;
        }
    }

    private static <T> Map<String, T> words(Reading read, String field, Function<String, Optional<T>> meaning) {
        var words = new HashMap<String, T>();
        var value = read.line().value(field);
        if (value == null || value.form() != SourceValue.Form.OBJECT) return words;
        SourceLine.read(value.text()).without(java.util.Set.of()).forEach((word, means) -> {
            var meant = means.word() == null ? Optional.<T>empty() : meaning.apply(means.word());
            if (meant.isEmpty() || words.size() == MOST_WORDS)
                read.note(Note.of(field, means.text(), null, Reason.UNKNOWN_WORD));
            else words.put(Ratings.fold(word), meant.get());
        });
        return words;
    }

    private static @Nullable Kind kind(String word) {
        return switch (Ratings.fold(word)) {
            case "issue" -> Kind.ISSUE;
            case "task" -> Kind.TASK;
            default -> null;
        };
    }

    public ImportSettings settings(Instant now) {
        return new ImportSettings(zone, priorities, kinds, tellsMoves, now);
    }

    public WorkflowPlan plan() {
        return new WorkflowPlan(steps);
    }

    /** Whether a project has these statuses with these categories, in any order. */
    public boolean isThatOf(ProjectView project) {
        var mine = new LinkedHashMap<String, String>();
        steps.forEach(step -> mine.put(step.name(), step.category().name().toLowerCase(Locale.ROOT)));
        var its = new LinkedHashMap<String, String>();
        project.workflow().statuses().forEach(status -> its.put(status.name(), status.category()));
        return mine.equals(its);
    }

    /** The ids of the project's statuses by their names. */
    public static Map<String, String> idsOf(ProjectView project) {
        var ids = new LinkedHashMap<String, String>();
        project.workflow().statuses().forEach(status -> ids.put(status.name(), status.id()));
        return ids;
    }

    /** The id of the status with this name, regardless of case; null when there is none. */
    public static @Nullable String status(Map<String, String> ids, @Nullable String name) {
        if (name == null) return null;
        var id = ids.get(name);
        if (id != null) return id;
        var line = Tidy.line(name, LONGEST_NAME);
        for (var status : ids.entrySet()) if (status.getKey().equalsIgnoreCase(line)) return status.getValue();
        return null;
    }
}
