package ilgam.work.api;

import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import ilgam.starter.security.Caller;
import ilgam.starter.web.Cursor;
import ilgam.starter.web.ETags;
import ilgam.starter.web.Page;
import ilgam.work.list.Items;
import ilgam.work.list.StatusCount;
import ilgam.work.projects.ProjectView;
import ilgam.work.projects.Projects;

/** Reading projects. */
@RestController
@Tag(name = "Projects")
class ProjectReads {

    private static final Set<String> OF_ONE = Set.of("at");

    private final Projects projects;
    private final Items items;

    ProjectReads(Projects projects, Items items) {
        this.projects = projects;
        this.items = items;
    }

    @GetMapping("/api/projects")
    @Operation(
            operationId = "listProjects",
            summary = "The projects that the caller may see, by key",
            description = "Answers the open projects, and the private ones that the caller belongs to; admins see all."
                    + " Archived ones are left out unless asked for.")
    Page<ProjectView> list(
            @ParameterObject @ModelAttribute ProjectQuery query, Caller caller, HttpServletRequest request) {
        QueryParameters.only(request, ProjectQuery.class);
        var onlyArchived = QueryParameters.isTrue("archived", query.archived());
        var most = QueryParameters.limit(query.limit());
        var after = after(query.cursor());
        var found = projects.list(caller, onlyArchived, after, most + 1, QueryParameters.at(query.at()));
        var shown = found.subList(0, Math.min(most, found.size()));
        return new Page<>(
                shown,
                found.size() > most ? Cursor.encode(shown.getLast().key()) : null,
                QueryParameters.isTrue("count", query.count()) ? projects.count(caller, onlyArchived) : null);
    }

    private static String after(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) return "";
        var key = Cursor.decode(cursor, 1).getFirst();
        if (key == null || key.indexOf('\0') >= 0) throw Cursor.malformed();
        return key;
    }

    @GetMapping("/api/projects/{key}")
    @Operation(
            operationId = "getProject",
            summary = "A project with its workflow and members",
            description = "For everybody who may see it; to others a private project does not exist. Answers it now, or"
                    + " as it was at an instant.")
    ResponseEntity<ProjectView> project(
            @Parameter(description = "The key of the project.") @PathVariable String key,
            @RequestParam(required = false) @Nullable String at,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known,
            Caller caller,
            HttpServletRequest request) {
        QueryParameters.only(request, OF_ONE);
        var project =
                projects.find(key, caller, QueryParameters.at(at)).orElseThrow(() -> NotFound.unknownProject(key));
        if (ETags.isKnown(known, project.version()))
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .eTag(ETags.of(project.version()))
                    .build();
        return ResponseEntity.ok().eTag(ETags.of(project.version())).body(project);
    }

    @GetMapping("/api/projects/{key}/workflow/items")
    @Operation(
            operationId = "countItemsByStatus",
            summary = "How many items each status of a project holds",
            description = "For everybody who may see the project. In the order of the workflow, deleted items left out;"
                    + " the last one, if there are any: those in no status yet. Removing a status hands its items"
                    + " to its successor, and they are back once a workflow has it again, except for those that"
                    + " were moved meanwhile.")
    Page<StatusCount> itemsOf(
            @Parameter(description = "The key of the project.") @PathVariable String key,
            @RequestParam(required = false) @Nullable String at,
            Caller caller,
            HttpServletRequest request) {
        QueryParameters.only(request, OF_ONE);
        var instant = QueryParameters.at(at);
        var project = projects.find(key, caller, instant).orElseThrow(() -> NotFound.unknownProject(key));
        var statuses = project.workflow().statuses().stream()
                .map(ProjectView.StatusView::id)
                .toList();
        return new Page<>(items.countByStatus(project.id(), statuses, instant), null);
    }
}
