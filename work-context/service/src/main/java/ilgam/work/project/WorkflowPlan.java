package ilgam.work.project;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import ilgam.work.language.Category;
import ilgam.work.words.FieldReason;
import ilgam.work.words.Invalid;
import ilgam.work.words.Text;

/** The requested statuses of a project, in their order. */
public record WorkflowPlan(List<Step> steps) {

    private static final int MOST = 50;
    private static final Set<Category> BEGUN = Set.of(Category.TODO, Category.DOING);

    /**
     * A requested status.
     *
     * @param id of an existing status that is kept; null: matched by name
     */
    public record Step(@Nullable String id, String name, Category category) {

        private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,40}");

        public Step {
            if (id != null && !ID.matcher(id).matches())
                throw new Invalid(
                        FieldReason.STATUS_ID,
                        "The id of a status has {least} to {most} characters of a-z, 0-9 and hyphens.",
                        Map.of("least", 1, "most", 40));
            name = Text.line(name, 60, "The name of a status");
        }

        boolean isNamed(String other) {
            return fold(name).equals(fold(other));
        }
    }

    public WorkflowPlan {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || steps.size() > MOST) throw wrongSize();
        var names = new HashSet<String>();
        var ids = new HashSet<String>();
        for (var step : steps) {
            if (!names.add(fold(step.name())))
                throw new Invalid(
                        FieldReason.STATUS_NAME_TWICE,
                        "The names of a workflow must be unique; “{name}” occurs twice.",
                        Map.of("name", step.name()));
            if (step.id() != null && !ids.add(step.id()))
                throw new Invalid(
                        FieldReason.STATUS_ID_TWICE,
                        "The ids of a workflow must be unique; “{id}” occurs twice.",
                        Map.of("id", step.id()));
        }
        if (steps.stream().noneMatch(step -> BEGUN.contains(step.category())))
            throw new Invalid(
                    FieldReason.WORKFLOW_NEEDS_START, "A workflow needs a status of the category todo or doing.");
        if (steps.stream().noneMatch(step -> step.category() == Category.DONE))
            throw new Invalid(FieldReason.WORKFLOW_NEEDS_DONE, "A workflow needs a status of the category done.");
    }

    /** The refusal of a workflow without statuses or with too many. */
    public static Invalid wrongSize() {
        return new Invalid(
                FieldReason.WORKFLOW_SIZE,
                "A workflow must have {least} to {most} statuses.",
                Map.of("least", 1, "most", MOST));
    }

    /** The default workflow of a project. */
    public static WorkflowPlan usual() {
        return new WorkflowPlan(List.of(
                new Step("backlog", "Backlog", Category.TODO),
                new Step("to-do", "To do", Category.TODO),
                new Step("in-progress", "In progress", Category.DOING),
                new Step("in-review", "In review", Category.DOING),
                new Step("blocked", "Blocked", Category.WAITING),
                new Step("done", "Done", Category.DONE),
                new Step("cancelled", "Cancelled", Category.DROPPED)));
    }

    static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
