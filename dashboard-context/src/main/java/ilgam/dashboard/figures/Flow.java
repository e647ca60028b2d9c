package ilgam.dashboard.figures;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;

/** Cumulative flow: the number of items in each category and status, at several instants. */
public record Flow(List<Point> points) {

    /**
     * One instant.
     *
     * @param created all items opened up to then, whatever their category
     */
    @Schema(name = "FlowPoint")
    public record Point(
            Instant at,

            @Schema(description = "All items opened up to then and not deleted")
            long created,

            ByCategory byCategory,

            @Schema(description = "By the statuses' names at that instant; \"none\" before an item's first status")
            Map<String, Long> byStatus) {}
}
