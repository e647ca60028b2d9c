package ilgam.work.api;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import ilgam.starter.refusal.CommonFieldReason;
import ilgam.work.language.Category;
import ilgam.work.project.WorkflowPlan;

/** The body of a request that defines a workflow. */
@Schema(name = "NewWorkflow", description = "The statuses of a project, in their order.", example = """
        {"statuses": [{"id": "to-do", "name": "To do", "category": "todo"}, {"id": "in-progress", "name": "In progress", "category": "doing"}, {"id": "done", "name": "Done", "category": "done"}], "successors": {"Backlog": "To do", "In review": "In progress", "Blocked": "In progress", "Cancelled": "Done"}}""")
record WorkflowBody(
        @Schema(description = "1 to 50 statuses, in their order.", requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        List<@Nullable StatusBody> statuses,

        @Schema(description = "For retired statuses, by id or name: who takes their items over.") @Nullable
        Map<String, String> successors) {

    /** @param pointer to this body in that of the request */
    WorkflowPlan plan(String pointer) {
        var statuses = this.statuses;
        return FieldValidation.at(pointer + "/statuses", () -> {
            if (statuses == null) throw WorkflowPlan.wrongSize();
            return new WorkflowPlan(IntStream.range(0, statuses.size())
                    .mapToObj(place -> step(pointer + "/statuses/" + place, statuses.get(place)))
                    .toList());
        });
    }

    private static WorkflowPlan.Step step(String pointer, @Nullable StatusBody status) {
        if (status == null)
            throw FieldValidation.invalid(pointer, CommonFieldReason.REQUIRED, "A status needs a name and a category.");
        var category = FieldValidation.word(pointer + "/category", status.category(), Category.class);
        var name = status.name();
        return FieldValidation.at(
                pointer, () -> new WorkflowPlan.Step(status.id(), name == null ? "" : name, category));
    }

    @Schema(name = "NewStatus", description = "A status of a workflow.")
    record StatusBody(
            @Schema(
                    description =
                            "The id of a status that is there, to keep it under another name; left out, the one of that"
                                    + " name or a new one.")
            @Nullable
            String id,

            @Schema(
                    description = "What it is called; another one for each status of the project.",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String name,

            @Schema(
                    description = "What an item in it counts as.",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"todo", "doing", "waiting", "done", "dropped"})
            @Nullable
            String category) {}
}
