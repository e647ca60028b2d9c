package ilgam.starter.projection.rebuild;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import ilgam.starter.projection.rebuild.Comparison.Difference;

@Schema(name = "Projection", description = "How far a projection is: a read model that is made of events alone.")
record ProjectionView(
        @Schema(description = "The context that has it.", example = "work")
        String context,

        @Schema(description = "Its name within the context.", example = "items")
        String name,

        @Schema(description = "What becomes of its events.") Work state,

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
        Compared compared) {

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
}
