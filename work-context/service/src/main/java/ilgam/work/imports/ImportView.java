package ilgam.work.imports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import ilgam.starter.text.WordsOf;

/**
 * The progress of an import.
 *
 * @param state running, done, failed, cancelling, cancelled, withdrawing or withdrawn
 * @param failure why it failed, as a sentence
 * @param failureReason the same as a code: {@code given-up} or {@code ended-the-service}
 * @param waiting what a running import waits for before it continues automatically: {@code event-store-away},
 * {@code member-context-away}, {@code database-away}, {@code stopped}, or {@code interrupted} after any other failure,
 * which is retried up to five times
 * @param items {@code done} counts every item processed, {@code unchanged} those of them that existed already
 * @param rejected the first rejected lines
 * @param rejectedTotal the number of rejected lines
 * @param notes the first notes about tidied values, some of each sort
 * @param notesTotal the number of tidied values
 * @param kept the first items that were kept when the import was withdrawn, as somebody changed them
 * @param keptTotal the number of items kept
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportView(
        UUID id,
        String project,

        @Schema(allowableValues = {"running", "done", "failed", "cancelling", "cancelled", "withdrawing", "withdrawn"})
        String state,

        @Nullable String failure,
        @WordsOf(ImportFailure.Reason.class) @Nullable String failureReason,
        @WordsOf(Waiting.class) @Nullable String waiting,
        UUID askedBy,
        Instant askedAt,
        Items items,
        Events events,
        List<Rejections.Rejected> rejected,
        long rejectedTotal,
        List<Notes.Noted> notes,
        long notesTotal,
        List<String> kept,
        long keptTotal) {

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
    public record Items(long total, long done, long unchanged) {}

    /** The number of valid events in the file, and how many are processed. */
    public record Events(long total, long done) {}
}
