package ilgam.work.api;

import java.util.ArrayList;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;

import ilgam.starter.text.Prose;
import ilgam.work.language.Visibility;
import ilgam.work.project.ProjectChange;
import ilgam.work.project.ProjectName;
import ilgam.work.project.ProjectPurpose;

/** The body of a request that changes a project. */
@Schema(name = "ProjectPatch", description = "What to change of a project; what is missing stays.", example = """
        {"name": "Website and shop", "description": "What customers see."}""")
record ProjectPatch(
        @Schema(description = "What it is called, 1 to 100 characters.")
        Patched<String> name,

        @Schema(description = "What it is for; null clears.") @Prose
        Patched<String> description,

        @Schema(
                description = "Whether everybody may see it, or those who belong to it.",
                allowableValues = {"open", "private"})
        Patched<String> visibility) {

    List<ProjectChange> changes() {
        var changes = new ArrayList<ProjectChange>();
        changes.addAll(name().to(name ->
                new ProjectChange.RenameProject(FieldValidation.at("/name", () -> ProjectName.of(name)))));
        changes.addAll(description()
                .to(text -> new ProjectChange.DescribeProject(
                        FieldValidation.at("/description", () -> ProjectPurpose.of(text)))));
        changes.addAll(visibility().to(word -> switch (FieldValidation.word("/visibility", word, Visibility.class)) {
            case OPEN -> new ProjectChange.OpenProject();
            case PRIVATE -> new ProjectChange.RestrictProject();
        }));
        return changes;
    }
}
