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
 * @param items the single items, if requested
 * @param truncated whether there are older items than those shown
 */
public record CycleTimes(
        Durations cycleTime,
        Durations leadTime,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Finished> items,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean truncated) {

    /** The nearest-rank percentiles of durations. */
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
    @Schema(name = "FinishedItem")
    public record Finished(
            String key,
            Instant doneAt,

            @Schema(description = "Null when nobody was seen working on it") @Nullable
            Long cycleSeconds,

            long leadSeconds) {}
}
