package ilgam.work.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The parameters of the list of projects. */
record ProjectQuery(
        @Parameter(description = "true: only archived projects", schema = @Schema(type = "boolean")) @Nullable
        String archived,

        @Parameter(description = "As they were at this instant") @Nullable
        String at,

        @Nullable String cursor,

        @Parameter(schema = @Schema(type = "integer")) @Nullable
        String limit,

        @Parameter(
                description = "Whether total says how many there are on all pages.",
                schema = @Schema(type = "boolean"))
        @Nullable
        String count) {}
