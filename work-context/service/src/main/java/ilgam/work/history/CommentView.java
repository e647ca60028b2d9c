package ilgam.work.history;

import java.time.Instant;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A comment in its current form.
 *
 * @param text null once it was removed
 * @param edits how often its text was changed
 * @param editedAt when its text last changed
 * @param version the item's version that the comment made
 */
@Schema(name = "Comment")
public record CommentView(
        UUID id,
        @Nullable UUID author,
        Instant at,
        @Nullable String text,
        int edits,
        @Nullable Instant editedAt,
        @Nullable UUID editedBy,
        boolean removed,
        long version) {}
