package ilgam.dashboard.figures;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;

/** The number of finished and of created items, period by period. */
@Schema(description = "How many items were finished, and how many came in, period by period.")
public record Throughput(
        @Schema(description = "One for each period, the earliest first; one in which nothing happened is there too.")
        List<Period> periods) {

    /** A day, week or month. Periods without events are included. */
    @Schema(name = "ThroughputPeriod", description = "A day, week or month.")
    public record Period(
            @Schema(description = "When it begins, ISO 8601.")
            Instant start,

            @Schema(description = "2016-03-01, 2016-W09 or 2016-03", example = "2016-W09")
            String label,

            @Schema(description = "How many items were finished in it.")
            long done,

            @Schema(description = "How many items were created in it.")
            long created) {}
}
