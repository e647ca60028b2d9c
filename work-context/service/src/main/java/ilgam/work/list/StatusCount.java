package ilgam.work.list;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The number of a project's items in a status. Items of a retired status count for its successor. */
@Schema(
        name = "StatusCount",
        description = "How many items of a project a status holds; those of a retired status are in the one that"
                + " took them over.")
public record StatusCount(
        @Schema(description = "The status' id; null: in none yet.") @Nullable
        String status,

        @Schema(description = "How many items it holds.") long count) {}
