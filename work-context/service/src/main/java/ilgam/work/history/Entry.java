package ilgam.work.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An entry of an item's history.
 *
 * @param actor null where an import did not say
 * @param type the event's name; {@code WorkflowDefined} when its status was retired or reintroduced
 * @param beforeOpening true when an import dated it before the item's opening; it then takes effect at the opening
 * @param truncated true when a text is longer than what is shown of it; the entry by its id has the whole
 */
@Schema(name = "HistoryEntry", description = "Something that happened to an item.")
public record Entry(
        @Schema(description = "Its id, a UUID.") UUID id,
        @Schema(description = "When it happened, ISO 8601.") Instant at,

        @Schema(description = "The id of who did it; null where an import did not say.") @Nullable
        UUID actor,

        @Schema(description = "web, api, or import: and the id of an import.")
        String source,

        @Schema(description = "The event's name; WorkflowDefined: its status was retired, or came back.")
        String type,

        @Schema(description = "Each value that became another.")
        List<Change> changes,

        @Schema(
                description =
                        "True when an import dated it before the opening of the item; it then counts as of the opening.")
        @Nullable
        Boolean beforeOpening,

        @Schema(description = "True when a text is longer than what is shown of it; the entry by its id has the whole.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Boolean truncated,

        @Schema(description = "When the system learned of it, ISO 8601.")
        Instant recordedAt,

        @Schema(description = "The version of the item that this made; of a workflow the one that it met.")
        long version) {

    /**
     * A value that became another.
     *
     * @param field as the item calls it; a field that only an import knows keeps its own name
     * @param from what the item showed before
     * @param to what it showed afterwards
     */
    @Schema(name = "HistoryChange", description = "A value that became another.")
    public record Change(
            @Schema(description = "As the item calls it; a field that only an import knows keeps its own name.")
            String field,

            @Schema(
                    description = "What the item showed before; null for nothing.",
                    types = {"string", "number", "boolean", "null"})
            @Nullable
            Object from,

            @Schema(
                    description = "What it showed then; null for nothing.",
                    types = {"string", "number", "boolean", "null"})
            @Nullable
            Object to) {}
}
