package ilgam.starter.deadletter;

import java.time.Instant;
import java.util.Locale;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A dead letter as operators see it: the first event of an aggregate that could not be handled. */
@Schema(description = "An event that could not be handled. It delays later events of the same item, and nothing else.")
record DeadLetter(
        @Schema(
                description = "Its id, which begins with its context.",
                example = "work:0199c0de-7a2b-7c3d-8e4f-5a6b7c8d9e0f")
        String id,

        @Schema(description = "The context that could not handle it.", example = "work")
        String context,

        @Schema(description = "The name of the projection, policy or reservation.", example = "items")
        String projection,

        @Schema(description = "Policies and reservations are never replayed.")
        Kind kind,

        @Schema(description = "The event's type.", example = "ItemMoved")
        String type,

        @Schema(description = "What it happened to; null where it happened to nothing.") @Nullable
        String item,

        @Schema(description = "When it was set aside.") Instant at,

        @Schema(description = "How often it was tried again.")
        int attempts,

        @Schema(
                description =
                        "When it is tried again by itself: after 1 minute, then after twice as long each time, up to 6 hours.")
        Instant nextAt,

        @Schema(
                description = "The exception, the constraint and the place; never what the event says.",
                example =
                        "DataIntegrityViolationException: SQL state 23514, constraint item_version_check, table item_version")
        String cause,

        @Schema(description = "Later events of the same item that wait behind it.")
        long waiting) {

    /** What kind of component handles the event. */
    enum Kind {
        projection,
        policy,
        reservation;

        static Kind of(Enum<?> kind) {
            return valueOf(kind.name().toLowerCase(Locale.ROOT));
        }
    }
}
