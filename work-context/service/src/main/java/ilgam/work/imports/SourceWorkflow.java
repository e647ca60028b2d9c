package ilgam.work.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedSet;

import ilgam.work.language.Category;
import ilgam.work.project.WorkflowPlan;
import ilgam.work.projects.ProjectView;

/** The statuses of the uploaded {@code workflow.json}, in their order. */
record SourceWorkflow(List<WorkflowPlan.Step> steps) {

    static SourceWorkflow read(String json) {
        var steps = new ArrayList<WorkflowPlan.Step>();
        for (var status : SourceLine.read(json).list("statuses")) {
            var name = status.path("name").asString("").strip();
            if (name.isEmpty()) throw new Senseless("A status of the workflow has no name.");
            steps.add(new WorkflowPlan.Step(
                    null, name, category(status.path("category").asString(""))));
        }
        if (steps.isEmpty()) throw new Senseless("The workflow has no \"statuses\".");
        return new SourceWorkflow(List.copyOf(steps));
    }

    private static Category category(String word) {
        try {
            return Category.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new Senseless(
                    "The category \"%s\" is none of todo, doing, waiting, done and dropped.".formatted(word));
        }
    }

    SequencedSet<String> names() {
        var names = new LinkedHashSet<String>();
        steps.forEach(step -> names.add(step.name()));
        return names;
    }

    WorkflowPlan plan() {
        return new WorkflowPlan(steps);
    }

    /** Whether a project has these statuses with these categories, in whatever order. */
    boolean isThatOf(ProjectView project) {
        var mine = new LinkedHashMap<String, String>();
        steps.forEach(step -> mine.put(step.name(), step.category().name().toLowerCase(Locale.ROOT)));
        var its = new LinkedHashMap<String, String>();
        project.workflow().statuses().forEach(status -> its.put(status.name(), status.category()));
        return mine.equals(its);
    }

    /** The ids of the project's statuses by their names. */
    static Map<String, String> idsOf(ProjectView project) {
        var ids = new LinkedHashMap<String, String>();
        project.workflow().statuses().forEach(status -> ids.put(status.name(), status.id()));
        return ids;
    }
}
