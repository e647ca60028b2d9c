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
 * @param at when it happened
 * @param actor null where an import did not say
 * @param source {@code web}, {@code api} or {@code import:<id>}
 * @param type the event's name; {@code WorkflowDefined} when its status was retired or reintroduced
 * @param beforeOpening true when an import dated it before the item's opening; it then takes effect at the opening
 * @param truncated true when a text is longer than what is shown of it; the entry by its id has the whole
 * @param recordedAt when the system recorded it
 * @param version the item's version that this made; of a workflow's definition the version it applied to
 */
@Schema(name = "HistoryEntry")
public record Entry(
        UUID id,
        Instant at,
        @Nullable UUID actor,
        String source,
        String type,
        List<Change> changes,
        @Nullable Boolean beforeOpening,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean truncated,
        Instant recordedAt,
        long version) {

    /**
     * A value that became another.
     *
     * @param field as the item calls it; a field that only an import knows keeps its own name
     * @param from what the item showed before
     * @param to what it showed afterwards
     */
    @Schema(name = "HistoryChange")
    public record Change(
            String field,

            @Schema(types = {"string", "number", "boolean", "null"}) @Nullable
            Object from,

            @Schema(types = {"string", "number", "boolean", "null"}) @Nullable
            Object to) {}
}
