package ilgam.work.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import ilgam.starter.text.Prose;
import ilgam.work.language.Visibility;
import ilgam.work.project.WorkflowPlan;

/** The body of a request that starts a project. */
@Schema(description = "A project to start.", example = """
        {"key": "WEB", "name": "Website", "visibility": "open"}""")
record NewProject(
        @Schema(
                description = "2 to 10 of A to Z and 0 to 9, a letter first; the keys of its items begin with it.",
                requiredMode = Schema.RequiredMode.REQUIRED,
                pattern = "[A-Z][A-Z0-9]{1,9}")
        @Nullable
        String key,

        @Schema(description = "What it is called, 1 to 100 characters.", requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String name,

        @Schema(description = "What it is for.") @Prose @Nullable
        String description,

        @Schema(
                description = "Whether everybody may see it, or those who belong to it; open unless given.",
                allowableValues = {"open", "private"})
        @Nullable
        String visibility,

        @Schema(description = "Its statuses; the usual seven unless given.") @Nullable
        WorkflowBody workflow) {

    Visibility visible() {
        return visibility == null ? Visibility.OPEN : FieldValidation.word("/visibility", visibility, Visibility.class);
    }

    WorkflowPlan plan() {
        return workflow == null ? WorkflowPlan.usual() : workflow.plan("/workflow");
    }
}
