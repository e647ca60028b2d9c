package ilgam.dashboard.figures;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How long finished items took, from the start of work and from their opening.
 *
 * @param truncated whether there are older items than those shown
 */
@Schema(description = "How long finished items took.")
public record CycleTimes(
        @Schema(description = "From the first work on an item until it was done, in seconds.")
        Durations cycleTime,

        @Schema(description = "From the opening of an item until it was done, in seconds.")
        Durations leadTime,

        @Schema(description = "The items one by one, the latest first; only when asked for with points.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        List<Finished> items,

        @Schema(description = "Whether there are older items than those in items; only when asked for with points.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Boolean truncated) {

    /** The nearest-rank percentiles of durations. */
    @Schema(description = "Some durations by their nearest-rank percentiles.")
    public record Durations(
            @Schema(description = "How many items the percentiles are of")
            long count,

            @Schema(description = "How many finished items have no such duration")
            long leftOut,

            @Schema(
                    description = "Seconds by percentile: 50, 70, 85, 95; empty when there is nothing to count",
                    example = "{\"50\": 55260, \"70\": 190000, \"85\": 893880, \"95\": 2666220}")
            Map<String, Long> percentiles) {}

    /** A finished item. */
    @Schema(name = "FinishedItem", description = "An item that was finished.")
    public record Finished(
            @Schema(description = "Its key, such as WEB-12.")
            String key,

            @Schema(description = "When its last unbroken run in done began, ISO 8601.")
            Instant doneAt,

            @Schema(
                    description =
                            "Seconds from the first work on it until it was done; null when nobody was seen working on it")
            @Nullable
            Long cycleSeconds,

            @Schema(description = "Seconds from its opening until it was done.")
            long leadSeconds) {}
}
