package ilgam.dashboard.figures;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;

/** Cumulative flow: the number of items in each category and status, at several instants. */
@Schema(description = "Cumulative flow: how many items were where, at each of some instants.")
public record Flow(
        @Schema(description = "One for each instant, the earliest first.")
        List<Point> points) {

    /**
     * One instant.
     */
    @Schema(name = "FlowPoint", description = "How many items were where at one instant.")
    public record Point(
            @Schema(description = "The instant, ISO 8601.") Instant at,

            @Schema(description = "All items opened up to then and not deleted")
            long created,

            @Schema(description = "How many items were in each category.")
            ByCategory byCategory,

            @Schema(description = "By the statuses' names at that instant; \"none\" before an item's first status")
            Map<String, Long> byStatus) {}
}
