package ilgam.dashboard.figures;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;

/** The number of finished and of created items, period by period. */
public record Throughput(List<Period> periods) {

    /** A day, week or month. Periods without events are included. */
    @Schema(name = "ThroughputPeriod")
    public record Period(
            Instant start,

            @Schema(description = "2016-03-01, 2016-W09 or 2016-03", example = "2016-W09")
            String label,

            long done,
            long created) {}
}
