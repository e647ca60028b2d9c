package ilgam.work.history;

import java.time.Instant;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A comment in its current form.
 *
 * @param text null once it was removed
 * @param editedAt when its text last changed
 */
@Schema(name = "Comment", description = "A comment as it reads now.")
public record CommentView(
        @Schema(description = "Its id, a UUID.") UUID id,

        @Schema(description = "The id of who wrote it; null where an import did not say.") @Nullable
        UUID author,

        @Schema(description = "When it was written, ISO 8601.")
        Instant at,

        @Schema(description = "What it says, Markdown; null once it was removed.") @Nullable
        String text,

        @Schema(description = "How often its words were changed.")
        int edits,

        @Schema(description = "When they last were, ISO 8601; null before that.") @Nullable
        Instant editedAt,

        @Schema(description = "The id of who last changed them; null before that.") @Nullable
        UUID editedBy,

        @Schema(description = "Whether it was removed.") boolean removed,

        @Schema(description = "The version of the item that the comment made.")
        long version) {}
