package ilgam.starter.projection.rebuild;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import ilgam.starter.openapi.Refuses;
import ilgam.starter.projection.ContextName;
import ilgam.starter.projection.EventComponent.Kind;
import ilgam.starter.projection.Projections;
import ilgam.starter.refusal.CommonReason;
import ilgam.starter.security.Caller;
import ilgam.starter.security.Operators;
import ilgam.starter.web.Page;
import ilgam.starter.web.Refused;

/**
 * Operators' requests about this context's projections: their positions, pause and resume, rebuilds and comparisons.
 */
@RestController
@RequestMapping("/api/projections")
@Refuses("403 role scope")
@Tag(name = "Operations")
class ProjectionApi {

    private static final String CONTEXT = "The context that has it: member, work or dashboard.";
    private static final String NAME = "Its name within the context.";

    private final Projections projections;
    private final ProjectionViews views;
    private final ProjectionControl control;
    private final String context;

    ProjectionApi(Projections projections, ProjectionViews views, ProjectionControl control, ContextName context) {
        this.projections = projections;
        this.views = views;
        this.control = control;
        this.context = context.label();
    }

    @GetMapping
    @Operation(
            operationId = "listProjections",
            summary = "How far the read models are",
            description = "For admins, and their programs with the scope admin. Answers every projection of this"
                    + " context with its state, its place in the event store and what its latest comparison has"
                    + " found.")
    Page<ProjectionView> list(Caller caller) {
        mustOperate(caller);
        return new Page<>(views.all(), null);
    }

    @PutMapping("/{context}/{name}/pause")
    @Operation(
            operationId = "pauseProjection",
            summary = "Leave a read model as it is",
            description = "For admins. It gets no events until the pause ends, restarts included; all others go on. A"
                    + " projection that is paused already stays so.")
    @Refuses({"409 rebuilding", "503 projections-busy"})
    ProjectionView pause(
            @Parameter(description = CONTEXT) @PathVariable String context,
            @Parameter(description = NAME) @PathVariable String name,
            Caller caller) {
        mustOperate(caller);
        var projection = find(context, name);
        control.pause(projection);
        return views.of(projection);
    }

    @DeleteMapping("/{context}/{name}/pause")
    @Operation(
            operationId = "resumeProjection",
            summary = "Let a read model catch up, and go on",
            description = "For admins. It gets the events that it has missed, and then goes on as before. One that is"
                    + " not paused stays as it is.")
    @Refuses("503 projections-busy")
    ProjectionView resume(
            @Parameter(description = CONTEXT) @PathVariable String context,
            @Parameter(description = NAME) @PathVariable String name,
            Caller caller) {
        mustOperate(caller);
        var projection = find(context, name);
        control.resume(projection);
        return views.of(projection);
    }

    @PostMapping("/{context}/{name}/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "rebuildProjection",
            summary = "Make a read model again from the first event",
            description = "For admins. The old one is kept up to date and answers until the new one is level and takes"
                    + " its place. The rebuild goes on after a restart.")
    @Refuses({"409 paused rebuilding", "503 projections-busy"})
    ProjectionView rebuild(
            @Parameter(description = CONTEXT) @PathVariable String context,
            @Parameter(description = NAME) @PathVariable String name,
            @Parameter(description = "Only compare the new one with the old one, which stays.")
                    @RequestParam(defaultValue = "false")
                    boolean compare,
            Caller caller) {
        mustOperate(caller);
        var projection = find(context, name);
        control.rebuild(projection, compare);
        return views.of(projection);
    }

    private Projections.Entry find(String of, String name) {
        return projections
                .find(name)
                .filter(projection -> of.equals(context) && projection.kind() == Kind.PROJECTION)
                .orElseThrow(() ->
                        new Refused(HttpStatus.NOT_FOUND, CommonReason.NOT_FOUND, "There is no such projection."));
    }

    private static void mustOperate(Caller caller) {
        Operators.mustBe(caller, "Only an admin looks after projections.");
    }
}
