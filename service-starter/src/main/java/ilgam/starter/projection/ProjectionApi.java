package ilgam.starter.projection;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
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
import ilgam.starter.projection.Comparison.Difference;
import ilgam.starter.projection.EventComponent.Kind;
import ilgam.starter.projection.ProjectionStates.State;
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

    /** What is done with the projection at present. */
    enum Work {
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("paused")
        PAUSED,
        @JsonProperty("catching-up")
        CATCHING_UP,
        @JsonProperty("rebuilding")
        REBUILDING
    }

    @Schema(name = "Projection", description = "How far a projection is: a read model that is made of events alone.")
    record View(
            @Schema(description = "The context that has it.", example = "work")
            String context,

            @Schema(description = "Its name within the context.", example = "items")
            String name,

            @Schema(description = "What becomes of its events.")
            Work state,

            @Schema(description = "Up to which event of the store it has everything.")
            long position,

            @Schema(description = "The newest event of the store.")
            long head,

            @Schema(
                    description =
                            "How many seconds ago the first event happened that it has not had; 0 when it has had all.")
            double lagSeconds,

            @Schema(description = "How far its rebuild is; null unless it is being rebuilt.") @Nullable
            Progress rebuild,

            @Schema(description = "What its latest comparison with a rebuild has found; null before the first one.")
            @Nullable
            Compared compared) {}

    @Schema(name = "RebuildProgress", description = "How far a rebuild is.")
    record Progress(
            @Schema(description = "Up to which event the new one has everything.")
            long at,

            @Schema(description = "The newest event of the store.")
            long of,

            @Schema(description = "Whether the new one is only compared with the old one, and does not take its place.")
            boolean compare) {}

    @Schema(name = "ComparedProjection", description = "What a comparison of a projection with its rebuild has found.")
    record Compared(
            @Schema(description = "When it was compared, ISO 8601.")
            Instant at,

            @Schema(description = "How many rows the projection had.")
            long rows,

            @Schema(description = "How many rows were not as its events say.")
            long differing,

            @Schema(description = "The first of them in each table.")
            List<Difference> differences) {}

    private final Projections projections;
    private final ProjectionStates states;
    private final ProjectionPositions positions;
    private final StoredTokens tokens;
    private final Rebuilds rebuilds;
    private final Comparisons comparisons;
    private final String context;

    ProjectionApi(
            Projections projections,
            ProjectionStates states,
            ProjectionPositions positions,
            StoredTokens tokens,
            Rebuilds rebuilds,
            Comparisons comparisons,
            ContextName context) {
        this.comparisons = comparisons;
        this.rebuilds = rebuilds;
        this.projections = projections;
        this.states = states;
        this.positions = positions;
        this.tokens = tokens;
        this.context = context.label();
    }

    @GetMapping
    @Operation(
            operationId = "listProjections",
            summary = "How far the read models are",
            description = "For admins, and their programs with the scope admin. Answers every projection of this"
                    + " context with its state, its place in the event store and what its latest comparison has"
                    + " found.")
    Page<View> list(Caller caller) {
        mustOperate(caller);
        return new Page<>(
                projections.all().stream()
                        .filter(projection -> projection.kind() == Kind.PROJECTION)
                        .map(this::view)
                        .toList(),
                null);
    }

    @PutMapping("/{context}/{name}/pause")
    @Operation(
            operationId = "pauseProjection",
            summary = "Leave a read model as it is",
            description = "For admins. It gets no events until the pause ends, restarts included; all others go on. A"
                    + " projection that is paused already stays so.")
    @Refuses({"409 rebuilding", "503 projections-busy"})
    View pause(
            @Parameter(description = CONTEXT) @PathVariable String context,
            @Parameter(description = NAME) @PathVariable String name,
            Caller caller) {
        mustOperate(caller);
        var projection = find(context, name);
        states.alone(() -> {
            var state = states.all().get(name);
            if (state != null && state.isRebuild()) throw atWork(CommonReason.REBUILDING, "is being rebuilt");
            if (state == null) tokens.copy(projection.processor(), OwnReader.nameFor(projection.name()));
            states.set(name, State.PAUSED);
            return true;
        });
        return view(projection);
    }

    @DeleteMapping("/{context}/{name}/pause")
    @Operation(
            operationId = "resumeProjection",
            summary = "Let a read model catch up, and go on",
            description = "For admins. It gets the events that it has missed, and then goes on as before. One that is"
                    + " not paused stays as it is.")
    @Refuses("503 projections-busy")
    View resume(
            @Parameter(description = CONTEXT) @PathVariable String context,
            @Parameter(description = NAME) @PathVariable String name,
            Caller caller) {
        mustOperate(caller);
        var projection = find(context, name);
        states.alone(() -> {
            if (states.all().get(name) == State.PAUSED) states.set(name, State.CATCHING_UP);
            return true;
        });
        return view(projection);
    }

    @PostMapping("/{context}/{name}/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "rebuildProjection",
            summary = "Make a read model again from the first event",
            description = "For admins. The old one is kept up to date and answers until the new one is level and takes"
                    + " its place. The rebuild goes on after a restart.")
    @Refuses({"409 paused rebuilding", "503 projections-busy"})
    View rebuild(
            @Parameter(description = CONTEXT) @PathVariable String context,
            @Parameter(description = NAME) @PathVariable String name,
            @Parameter(description = "Only compare the new one with the old one, which stays.")
                    @RequestParam(defaultValue = "false")
                    boolean compare,
            Caller caller) {
        mustOperate(caller);
        var projection = find(context, name);
        states.within(() -> {
            var state = states.beginRebuild(name, compare);
            if (!state.isRebuild()) throw atWork(CommonReason.PAUSED, "is paused or catches up");
            if (compare != (state == State.COMPARING))
                throw atWork(
                        CommonReason.REBUILDING,
                        compare ? "is being rebuilt just now" : "is being compared with a rebuild just now");
            if (states.mustMakeTables(name)) rebuilds.begin(projection);
            return true;
        });
        return view(projection);
    }

    private static Refused atWork(CommonReason reason, String why) {
        return new Refused(
                HttpStatus.CONFLICT, reason, "The projection %s. Please wait until that is over.".formatted(why));
    }

    private Projections.Entry find(String of, String name) {
        return projections
                .find(name)
                .filter(projection -> of.equals(context) && projection.kind() == Kind.PROJECTION)
                .orElseThrow(() ->
                        new Refused(HttpStatus.NOT_FOUND, CommonReason.NOT_FOUND, "There is no such projection."));
    }

    private View view(Projections.Entry projection) {
        var state = states.all().get(projection.name());
        var itsReader = OwnReader.nameFor(projection.name());
        boolean rebuild = state != null && state.isRebuild();
        var shown = state == null || rebuild ? projection.processor() : itsReader;
        var reached = positions.of(shown);
        var progress = rebuild
                ? new Progress(positions.of(itsReader).position(), reached.head(), state == State.COMPARING)
                : null;
        return new View(
                context,
                projection.name(),
                state == null ? Work.RUNNING : rebuild ? Work.REBUILDING : Work.valueOf(state.name()),
                reached.position(),
                reached.head(),
                reached.lagSeconds(),
                progress,
                comparisons
                        .latest(projection.name())
                        .map(it -> new Compared(it.at(), it.rows(), it.differing(), it.differences()))
                        .orElse(null));
    }

    private static void mustOperate(Caller caller) {
        Operators.mustBe(caller, "Only an admin looks after projections.");
    }
}
