package ilgam.work.api;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import ilgam.member.language.MemberId;
import ilgam.starter.openapi.Refuses;
import ilgam.starter.refusal.CommonFieldReason;
import ilgam.starter.security.Caller;
import ilgam.starter.text.Prose;
import ilgam.starter.web.ETags;
import ilgam.starter.web.MakesNew;
import ilgam.work.language.Category;
import ilgam.work.language.Visibility;
import ilgam.work.project.ProjectChange;
import ilgam.work.project.ProjectKey;
import ilgam.work.project.ProjectName;
import ilgam.work.project.ProjectPurpose;
import ilgam.work.project.WorkflowPlan;
import ilgam.work.projects.ProjectView;

/** Starting and changing projects. */
@RestController
@RequestMapping("/api/projects")
@Tag(name = "Projects")
class ProjectApi {

    @Schema(description = "A project to start.", example = """
            {"key": "WEB", "name": "Website", "visibility": "open"}""")
    record NewProject(
            @Schema(
                    description = "2 to 10 of A to Z and 0 to 9, a letter first; the keys of its items begin with it.",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    pattern = "[A-Z][A-Z0-9]{1,9}")
            @Nullable
            String key,

            @Schema(
                    description = "What it is called, 1 to 100 characters.",
                    requiredMode = Schema.RequiredMode.REQUIRED)
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
            WorkflowBody workflow) {}

    @Schema(name = "NewWorkflow", description = "The statuses of a project, in their order.", example = """
            {"statuses": [{"id": "to-do", "name": "To do", "category": "todo"}, {"id": "in-progress", "name": "In progress", "category": "doing"}, {"id": "done", "name": "Done", "category": "done"}], "successors": {"Backlog": "To do", "In review": "In progress", "Blocked": "In progress", "Cancelled": "Done"}}""")
    record WorkflowBody(
            @Schema(description = "1 to 50 statuses, in their order.", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            List<@Nullable StatusBody> statuses,

            @Schema(description = "For retired statuses, by id or name: who takes their items over.") @Nullable
            Map<String, String> successors) {}

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
            Patched<String> visibility) {}

    private final ProjectService projects;

    ProjectApi(ProjectService projects) {
        this.projects = projects;
    }

    @Operation(
            summary = "Start a project",
            description = "For every member. Answers the project with its workflow; who starts it runs it. A key is"
                    + " taken once, also by a project that the caller may not see.")
    @Refuses({"400 too-many-statuses", "409 exists-already key-taken"})
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ProjectView> start(@RequestBody NewProject body, Caller caller) {
        var project = projects.start(
                FieldValidation.at("/key", () -> ProjectKey.of(body.key())),
                FieldValidation.at("/name", () -> ProjectName.of(body.name())),
                FieldValidation.at("/description", () -> ProjectPurpose.of(body.description())),
                body.visibility() == null
                        ? Visibility.OPEN
                        : FieldValidation.word("/visibility", body.visibility(), Visibility.class),
                body.workflow() == null ? WorkflowPlan.usual() : plan("/workflow", body.workflow()),
                caller);
        return ResponseEntity.created(URI.create("/api/projects/" + project.key()))
                .eTag(ETags.of(project.version()))
                .body(project);
    }

    @Operation(
            summary = "Change a project",
            description = "For who started the project, managers who see it, and admins. A JSON merge patch; answers"
                    + " the project as it is then.")
    @Refuses({"400 fixed-field", "403 not-yours-to-run", "409 archived"})
    @PatchMapping(
            path = "/{key}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
    ResponseEntity<ProjectView> change(
            @Parameter(description = "The key of the project.") @PathVariable String key,
            @RequestBody ProjectPatch body,
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var changes = new ArrayList<ProjectChange>();
        changes.addAll(body.name()
                .to(name -> new ProjectChange.RenameProject(FieldValidation.at("/name", () -> ProjectName.of(name)))));
        changes.addAll(body.description()
                .to(text -> new ProjectChange.DescribeProject(
                        FieldValidation.at("/description", () -> ProjectPurpose.of(text)))));
        changes.addAll(
                body.visibility().to(word -> switch (FieldValidation.word("/visibility", word, Visibility.class)) {
                    case OPEN -> new ProjectChange.OpenProject();
                    case PRIVATE -> new ProjectChange.RestrictProject();
                }));
        return projects.change(key, changes, ifMatch, caller);
    }

    @Operation(
            summary = "Define the workflow of a project",
            description = "For who started the project, managers who see it, and admins. What is there under the same"
                    + " id or name stays; a status that is missing is retired, and its items are in its successor.")
    @Refuses({"400 too-many-definitions too-many-statuses unknown-successor", "403 not-yours-to-run", "409 archived"})
    @PutMapping("/{key}/workflow")
    ResponseEntity<ProjectView> defineWorkflowOf(
            @Parameter(description = "The key of the project.") @PathVariable String key,
            @RequestBody WorkflowBody body,
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var successors = body.successors() == null ? Map.<String, String>of() : body.successors();
        return projects.change(
                key, List.of(new ProjectChange.DefineWorkflow(plan("", body), successors)), ifMatch, caller);
    }

    @Operation(
            summary = "Admit a member to a project",
            description = "For who started the project, managers who see it, and admins. They see it while it is"
                    + " private. Admitting who belongs to it changes nothing.")
    @Refuses({"403 not-yours-to-run", "409 archived"})
    @PutMapping("/{key}/members/{member}")
    @MakesNew
    ResponseEntity<ProjectView> admitTo(
            @Parameter(description = "The key of the project.") @PathVariable String key,
            @Parameter(description = "The id of the member.") @PathVariable UUID member,
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestHeader(name = "If-None-Match", required = false) @Nullable String ifNoneMatch) {
        ETags.mustBeNew(ifNoneMatch, () -> projects.find(key, caller).members().contains(member));
        projects.mustKnow(member, caller);
        return projects.change(key, List.of(new ProjectChange.AdmitMember(new MemberId(member))), ifMatch, caller);
    }

    @Operation(
            summary = "Dismiss a member from a project",
            description = "For who started the project, managers who see it, and admins. Who started it stays.")
    @Refuses({"403 not-yours-to-run", "409 archived starter-stays"})
    @DeleteMapping("/{key}/members/{member}")
    ResponseEntity<ProjectView> dismissFrom(
            @Parameter(description = "The key of the project.") @PathVariable String key,
            @Parameter(description = "The id of the member.") @PathVariable UUID member,
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return projects.change(key, List.of(new ProjectChange.DismissMember(new MemberId(member))), ifMatch, caller);
    }

    @Operation(
            summary = "Archive a project",
            description = "For who started the project, managers who see it, and admins. It is read as any other, and"
                    + " nothing in it changes.")
    @Refuses("403 not-yours-to-run")
    @PutMapping("/{key}/archive")
    ResponseEntity<ProjectView> archive(
            @Parameter(description = "The key of the project.") @PathVariable String key,
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return projects.change(key, List.of(new ProjectChange.ArchiveProject()), ifMatch, caller);
    }

    @Operation(
            summary = "Take a project out of the archive",
            description = "For who started the project, managers who see it, and admins. It can be changed again.")
    @Refuses("403 not-yours-to-run")
    @DeleteMapping("/{key}/archive")
    ResponseEntity<ProjectView> unarchive(
            @Parameter(description = "The key of the project.") @PathVariable String key,
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return projects.change(key, List.of(new ProjectChange.UnarchiveProject()), ifMatch, caller);
    }

    private static WorkflowPlan plan(String pointer, WorkflowBody body) {
        var statuses = body.statuses();
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
}
