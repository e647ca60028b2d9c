package ilgam.starter.deadletter;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import ilgam.starter.openapi.Refuses;
import ilgam.starter.refusal.CommonFieldReason;
import ilgam.starter.refusal.CommonReason;
import ilgam.starter.refusal.Sentence;
import ilgam.starter.security.Caller;
import ilgam.starter.security.Operators;
import ilgam.starter.text.Prose;
import ilgam.starter.text.Text;
import ilgam.starter.web.Cursor;
import ilgam.starter.web.FieldError;
import ilgam.starter.web.Limits;
import ilgam.starter.web.Page;
import ilgam.starter.web.Refused;

/** Operators' requests about this context's dead letters; the gateway merges the lists of all contexts. */
@RestController
@RequestMapping("/api/dead-letters")
@Refuses("403 role scope")
@Tag(name = "Operations")
class DeadLetterApi {

    private static final int LONGEST_REASON = 500;

    @Schema(description = "Why a dead letter is given up.", example = """
            {"reason": "The item was deleted by hand; its later events are right without this one."}""")
    record Discard(
            @Prose @Schema(description = "1 to 500 characters, kept with who discarded it.") @Nullable
            String reason) {}

    @Schema(description = "What came of trying a dead letter again.")
    record Retried(
            @Schema(description = "Whether the letter was handled and is gone.")
            boolean handled,

            @Schema(description = "What the item's events wait for now, with its cause; null when nothing waits.")
            @Nullable
            DeadLetter letter) {}

    private final DeadLetters letters;
    private final Retries retries;
    private final Clock clock;

    DeadLetterApi(DeadLetters letters, Retries retries, Clock clock) {
        this.letters = letters;
        this.retries = retries;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            operationId = "listDeadLetters",
            summary = "Events that could not be handled, in the order in which they were set aside",
            description = "For admins, and their programs with the scope admin. Each delays later events of the same"
                    + " item in one projection, and nothing else.")
    Page<DeadLetter> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        mustOperate(caller);
        int most = Limits.limit(limit);
        var found = letters.after(cursor == null ? null : place(cursor), most + 1);
        var shown = found.subList(0, Math.min(most, found.size()));
        var next = found.size() > most
                ? Cursor.encode(shown.getLast().at(), shown.getLast().id())
                : null;
        return new Page<>(shown, next);
    }

    @PostMapping("/{id}/retry")
    @Operation(
            operationId = "retryDeadLetter",
            summary = "Try an event again now, and those that wait behind it",
            description = "For admins, and their programs with the scope admin. Counts as an attempt. Answers whether"
                    + " it was handled; otherwise with its new cause.")
    @Refuses({"409 paused unknown-projection", "503 projections-busy"})
    Retried retry(@PathVariable String id, Caller caller) {
        mustOperate(caller);
        var letter = find(id);
        retries.now(letter);
        return new Retried(
                letters.find(id).isEmpty(), letters.ofSameItem(letter).orElse(null));
    }

    @PostMapping("/{id}/discard")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "discardDeadLetter",
            summary = "Give up an event, so that those behind it go on",
            description = "For admins, and their programs with the scope admin. The projection never gets this event,"
                    + " unless it is rebuilt. Who discarded it, when and why is kept.")
    @Refuses({"409 paused unknown-projection", "503 projections-busy"})
    void discard(@PathVariable String id, @RequestBody Discard body, Caller caller) {
        mustOperate(caller);
        var letter = find(id);
        if (!letters.discard(letter, caller.member(), reason(body), clock.instant())) throw notFound();
        letters.ofSameItem(letter).ifPresent(retries::attempt);
    }

    private DeadLetter find(String id) {
        if (!letters.isOurs(id)) throw notFound();
        return letters.find(id).orElseThrow(DeadLetterApi::notFound);
    }

    private static String reason(Discard body) {
        var reason = body.reason() == null ? "" : body.reason().strip();
        if (!Text.isVisible(reason) || Text.length(reason) > LONGEST_REASON) {
            var sentence = Sentence.of(
                    "Please say in {least} to {most} characters why the event is discarded.",
                    Map.of("least", 1, "most", LONGEST_REASON));
            throw new Refused(
                    HttpStatus.BAD_REQUEST,
                    CommonReason.INVALID,
                    sentence,
                    List.of(new FieldError("/reason", CommonFieldReason.LENGTH, sentence)));
        }
        return reason;
    }

    private static DeadLetters.Place place(String cursor) {
        var values = Cursor.decode(cursor, 2);
        return new DeadLetters.Place(Cursor.instant(values.getFirst()), String.valueOf(values.getLast()));
    }

    private static Refused notFound() {
        return new Refused(
                HttpStatus.NOT_FOUND,
                CommonReason.NOT_FOUND,
                "There is no such dead letter: it was handled or discarded.");
    }

    private static void mustOperate(Caller caller) {
        Operators.mustBe(caller, "Only an admin looks after dead letters.");
    }
}
