package ilgam.work.api;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
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
import ilgam.starter.security.Caller;
import ilgam.starter.web.ETags;
import ilgam.starter.web.MakesNew;
import ilgam.work.project.ProjectChange;
import ilgam.work.project.ProjectKey;
import ilgam.work.project.ProjectName;
import ilgam.work.project.ProjectPurpose;
import ilgam.work.projects.ProjectView;

/** Starting and changing projects. */
@RestController
@RequestMapping("/api/projects")
@Tag(name = "Projects")
class ProjectApi {

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
                body.visible(),
                body.plan(),
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
        return projects.change(key, body.changes(), ifMatch, caller);
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
                key, List.of(new ProjectChange.DefineWorkflow(body.plan(""), successors)), ifMatch, caller);
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
}
