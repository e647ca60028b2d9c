package ilgam.work.imports.results;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import ilgam.starter.text.WordsOf;
import ilgam.work.imports.ImportFailure;
import ilgam.work.imports.Waiting;

/**
 * The progress of an import.
 */
@Schema(description = "How far an import is.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportView(
        @Schema(description = "Its id, a UUID.") UUID id,

        @Schema(description = "The key of the project that it brings work into.")
        String project,

        @Schema(
                description = "What becomes of it.",
                allowableValues = {"running", "done", "failed", "cancelling", "cancelled", "withdrawing", "withdrawn"})
        String state,

        @Schema(description = "Why it failed, as a sentence.") @Nullable
        String failure,

        @Schema(description = "The same as a word that stays.") @WordsOf(ImportFailure.Reason.class) @Nullable
        String failureReason,

        @Schema(description = "What a running import waits for, to go on by itself.") @WordsOf(Waiting.class) @Nullable
        String waiting,

        @Schema(description = "The id of who uploaded it.") UUID askedBy,

        @Schema(description = "When it was uploaded, ISO 8601.")
        Instant askedAt,

        @Schema(description = "How many items are dealt with.")
        Items items,

        @Schema(description = "How many events are dealt with.")
        Events events,

        @Schema(description = "The first 1,000 lines that could not be taken.")
        List<Rejections.Rejected> rejected,

        @Schema(description = "How many lines could not be taken.")
        long rejectedTotal,

        @Schema(description = "The first 1,000 values that were tidied, of every sort some.")
        List<Notes.Noted> notes,

        @Schema(description = "How many values were tidied.")
        long notesTotal,

        @Schema(
                description = "The keys of the first items that stayed when the import was withdrawn, since somebody"
                        + " changed them.")
        List<String> kept,

        @Schema(description = "How many stayed.") long keptTotal) {

    /** Whether it may still import items. */
    @JsonIgnore
    public boolean isRunning() {
        return state.equals("running");
    }

    ImportView keeping(List<String> items) {
        return new ImportView(
                id,
                project,
                state,
                failure,
                failureReason,
                waiting,
                askedBy,
                askedAt,
                this.items,
                events,
                rejected,
                rejectedTotal,
                notes,
                notesTotal,
                items,
                keptTotal);
    }

    /** The number of valid items in the file, and how many are processed. */
    @Schema(description = "How many items of the files are dealt with.")
    public record Items(
            @Schema(description = "How many make sense.") long total,

            @Schema(description = "How many are dealt with.")
            long done,

            @Schema(description = "How many of these were there already.")
            long unchanged) {}

    /** The number of valid events in the file, and how many are processed. */
    @Schema(description = "How many events of the files are dealt with.")
    public record Events(
            @Schema(description = "How many make sense.") long total,

            @Schema(description = "How many are dealt with.")
            long done) {}
}
