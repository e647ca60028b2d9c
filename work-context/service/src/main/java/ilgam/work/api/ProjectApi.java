package ilgam.work.api;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

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

/** Starting projects and changing what they are. */
@RestController
@RequestMapping("/api/projects")
@Tag(name = "Projects")
class ProjectApi {

    record NewProject(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = "[A-Z][A-Z0-9]{1,9}") @Nullable
            String key,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String name,

            @Prose @Nullable String description,

            @Schema(allowableValues = {"open", "private"}) @Nullable
            String visibility,

            @Nullable WorkflowBody workflow) {}

    @Schema(name = "NewWorkflow")
    record WorkflowBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            List<@Nullable StatusBody> statuses,

            @Schema(description = "For retired statuses, by id or name: who takes their items over.") @Nullable
            Map<String, String> successors) {}

    @Schema(name = "NewStatus")
    record StatusBody(
            @Nullable String id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String name,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"todo", "doing", "waiting", "done", "dropped"})
            @Nullable
            String category) {}

    @Schema(name = "ProjectPatch")
    record ProjectPatch(
            Patched<String> name,
            @Prose Patched<String> description,

            @Schema(allowableValues = {"open", "private"}) Patched<String> visibility) {}

    private final ProjectService projects;

    ProjectApi(ProjectService projects) {
        this.projects = projects;
    }

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

    @PatchMapping(
            path = "/{key}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
    ResponseEntity<ProjectView> change(
            @PathVariable String key,
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

    @PutMapping("/{key}/workflow")
    ResponseEntity<ProjectView> defineWorkflowOf(
            @PathVariable String key,
            @RequestBody WorkflowBody body,
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var successors = body.successors() == null ? Map.<String, String>of() : body.successors();
        return projects.change(
                key, List.of(new ProjectChange.DefineWorkflow(plan("", body), successors)), ifMatch, caller);
    }

    @PutMapping("/{key}/members/{member}")
    @MakesNew
    ResponseEntity<ProjectView> admitTo(
            @PathVariable String key,
            @PathVariable UUID member,
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestHeader(name = "If-None-Match", required = false) @Nullable String ifNoneMatch) {
        ETags.mustBeNew(ifNoneMatch, () -> projects.find(key, caller).members().contains(member));
        projects.mustKnow(member, caller);
        return projects.change(key, List.of(new ProjectChange.AdmitMember(new MemberId(member))), ifMatch, caller);
    }

    @DeleteMapping("/{key}/members/{member}")
    ResponseEntity<ProjectView> dismissFrom(
            @PathVariable String key,
            @PathVariable UUID member,
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return projects.change(key, List.of(new ProjectChange.DismissMember(new MemberId(member))), ifMatch, caller);
    }

    @PutMapping("/{key}/archive")
    ResponseEntity<ProjectView> archive(
            @PathVariable String key,
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return projects.change(key, List.of(new ProjectChange.ArchiveProject()), ifMatch, caller);
    }

    @DeleteMapping("/{key}/archive")
    ResponseEntity<ProjectView> unarchive(
            @PathVariable String key,
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
            throw FieldValidation.invalid(pointer, CommonFieldReason.REQUIRED, "A status has a name and a category.");
        var category = FieldValidation.word(pointer + "/category", status.category(), Category.class);
        var name = status.name();
        return FieldValidation.at(
                pointer, () -> new WorkflowPlan.Step(status.id(), name == null ? "" : name, category));
    }
}
