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
 * How far an import is.
 *
 * @param state running, done, failed, cancelling, cancelled, withdrawing or withdrawn
 * @param failure why it failed, as a sentence
 * @param failureReason the same as a word: {@code given-up} or {@code ended-the-service}
 * @param waiting what a running import waits for, to go on by itself: {@code event-store-away},
 *     {@code member-context-away}, {@code database-away}, {@code stopped}, or {@code interrupted} when something else
 *     broke in between, which is tried five times
 * @param items {@code done} counts every item dealt with, {@code unchanged} those of them that were there already
 * @param rejected the first lines that could not be taken
 * @param rejectedTotal how many lines could not be taken
 * @param notes the first values that were tidied, of every sort some
 * @param notesTotal how many values were tidied
 * @param kept the first items that stayed when the import was withdrawn, since somebody changed them
 * @param keptTotal how many stayed
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

    /** Whether it may still bring items. */
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

    /** Items of the uploaded file that make sense, and how many are dealt with. */
    public record Items(long total, long done, long unchanged) {}

    /** Events of the uploaded file that make sense, and how many are dealt with. */
    public record Events(long total, long done) {}
}
