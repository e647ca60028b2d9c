package ilgam.work.list;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How many items of a project a status holds; those of a retired status are in the one that took them over. */
@Schema(name = "StatusCount")
public record StatusCount(
        @Schema(description = "The status' id; null: in none yet.") @Nullable
        String status,

        long count) {}
