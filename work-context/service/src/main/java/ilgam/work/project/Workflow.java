package ilgam.work.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import ilgam.work.language.ProjectEvent.WorkflowDefined;
import ilgam.work.language.ProjectId;
import ilgam.work.language.Status;

import static ilgam.work.project.ProjectRefused.Reason.TOO_MANY_DEFINITIONS;
import static ilgam.work.project.ProjectRefused.Reason.TOO_MANY_STATUSES;
import static ilgam.work.project.ProjectRefused.Reason.UNKNOWN_SUCCESSOR;
import static java.util.function.Predicate.not;

/**
 * The statuses of a project, and all ids that it ever used: a retired id is not given to a new status by chance, as its
 * items would come back.
 */
record Workflow(List<Status> statuses, Set<String> everGiven, int definitions) {

    static final Workflow NONE = new Workflow(List.of(), Set.of(), 0);

    /** The greatest number of definitions, as every reader of a project keeps all meanings of its statuses. */
    private static final int MOST_DEFINITIONS = 200;

    private static final int MOST_STATUSES_EVER = 1_000;

    Workflow after(WorkflowDefined defined) {
        var given = new HashSet<>(everGiven);
        defined.statuses().forEach(status -> given.add(status.id()));
        return new Workflow(defined.statuses(), given, definitions + 1);
    }

    WorkflowDefined redefinedAs(ProjectId project, WorkflowPlan plan, Map<String, String> successors) {
        var planned = named(plan);
        return new WorkflowDefined(project, planned, successorsOfRetired(planned, successors));
    }

    /** Refuses a definition above the limit. */
    void mustTake(WorkflowDefined defined) {
        if (definitions >= MOST_DEFINITIONS)
            throw new ProjectRefused(
                    TOO_MANY_DEFINITIONS,
                    "The workflow of a project can be defined {most} times, and this limit is reached.",
                    Map.of("most", MOST_DEFINITIONS));
        if (after(defined).everGiven.size() > MOST_STATUSES_EVER)
            throw new ProjectRefused(
                    TOO_MANY_STATUSES,
                    "A project can have at most {most:,} statuses, including earlier ones. Rename one instead of adding another.",
                    Map.of("most", MOST_STATUSES_EVER));
    }

    /** Assigns ids: a status without one keeps the id of the present status with its name, or gets a new one. */
    private List<Status> named(WorkflowPlan plan) {
        var taken = new HashSet<>(everGiven);
        plan.steps().forEach(step -> Optional.ofNullable(step.id()).ifPresent(taken::add));
        var claimed = plan.steps().stream().map(WorkflowPlan.Step::id).collect(Collectors.toSet());
        var planned = new ArrayList<Status>();
        for (var step : plan.steps()) {
            var id = step.id() != null ? step.id() : known(step, claimed).orElseGet(() -> freshId(step.name(), taken));
            planned.add(new Status(id, step.name(), step.category()));
        }
        return List.copyOf(planned);
    }

    private Optional<String> known(WorkflowPlan.Step step, Set<String> claimed) {
        return statuses.stream()
                .filter(status -> step.isNamed(status.name()))
                .map(Status::id)
                .filter(not(claimed::contains))
                .findFirst();
    }

    private static String freshId(String name, Set<String> taken) {
        var slug = WorkflowPlan.fold(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        var stem = slug.isEmpty() ? "status" : slug.substring(0, Math.min(36, slug.length()));
        var id = stem;
        for (var n = 2; !taken.add(id); n++) id = stem + "-" + n;
        return id;
    }

    private Map<String, String> successorsOfRetired(List<Status> planned, Map<String, String> wanted) {
        var kept = planned.stream().map(Status::id).collect(Collectors.toSet());
        var successors = new HashMap<String, String>();
        for (var retired : statuses) {
            if (kept.contains(retired.id())) continue;
            var wish = wanted.getOrDefault(retired.id(), wanted.get(retired.name()));
            successors.put(
                    retired.id(), (wish == null ? usualSuccessor(retired, planned) : wished(wish, planned)).id());
        }
        return Map.copyOf(successors);
    }

    private static Status usualSuccessor(Status retired, List<Status> planned) {
        return planned.stream()
                .filter(status -> status.category() == retired.category())
                .findFirst()
                .orElse(planned.getFirst());
    }

    private static Status wished(String wish, List<Status> planned) {
        return planned.stream()
                .filter(status -> status.id().equals(wish)
                        || WorkflowPlan.fold(status.name()).equals(WorkflowPlan.fold(wish)))
                .findFirst()
                .orElseThrow(() -> new ProjectRefused(
                        UNKNOWN_SUCCESSOR,
                        "“{status}” cannot be the successor of a retired status: it is not in the new workflow.",
                        Map.of("status", wish)));
    }
}
