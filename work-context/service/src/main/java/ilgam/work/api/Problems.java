package ilgam.work.api;

import java.util.List;

import org.axonframework.commandhandling.CommandExecutionException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import ilgam.starter.messaging.RuleRefused;
import ilgam.starter.refusal.CommonReason;
import ilgam.starter.refusal.Refusal;
import ilgam.starter.refusal.Sentence;
import ilgam.starter.web.FieldError;
import ilgam.starter.web.Problem;
import ilgam.work.item.ItemRefused;
import ilgam.work.project.ProjectRefused;
import ilgam.work.words.Invalid;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;

/** Maps refusals to problem documents. Reads the details of a failure, as its class does not cross Axon Server. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(CommandExecutionException refused) throws CommandExecutionException {
        var sentence = RuleRefused.sentenceOf(refused);
        return switch (RuleRefused.reasonOf(refused)) {
            case ItemRefused.Reason reason -> answer(statusOf(reason), reason, sentence, errorsOf(reason, sentence));
            case ProjectRefused.Reason reason -> answer(statusOf(reason), reason, sentence, List.of());
            case null, default -> throw refused;
        };
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Invalid invalid) {
        return answer(
                BAD_REQUEST,
                CommonReason.INVALID,
                invalid.sentence(),
                List.of(new FieldError("", invalid.reason(), invalid.sentence())));
    }

    private static HttpStatus statusOf(ItemRefused.Reason reason) {
        return switch (reason) {
            case DELETED, NO_SUCH_COMMENT -> NOT_FOUND;
            case STALE -> PRECONDITION_FAILED;
            case NOT_YOUR_COMMENT -> FORBIDDEN;
            case OWN_ANCESTOR, NESTED_TOO_DEEP, BLOCKS_IN_A_CIRCLE, TIED_TO_ITSELF, TOO_MANY_LINKS, TOO_MANY_COMMENTS ->
                CONFLICT;
            case DUE_BEFORE_START,
                    ONLY_ISSUES_HAVE_SEVERITY,
                    ONLY_ISSUES_ARE_ABOUT_TASKS,
                    TOO_MANY_LABELS,
                    FOREIGN_HISTORY -> BAD_REQUEST;
        };
    }

    private static List<FieldError> errorsOf(ItemRefused.Reason reason, Sentence sentence) {
        return switch (reason) {
            case DUE_BEFORE_START -> List.of(new FieldError("/dueOn", reason, sentence));
            case ONLY_ISSUES_HAVE_SEVERITY -> List.of(new FieldError("/severity", reason, sentence));
            case ONLY_ISSUES_ARE_ABOUT_TASKS -> List.of(new FieldError("/task", reason, sentence));
            case TOO_MANY_LABELS -> List.of(new FieldError("/labels", reason, sentence));
            case OWN_ANCESTOR, NESTED_TOO_DEEP -> List.of(new FieldError("/parent", reason, sentence));
            default -> List.of();
        };
    }

    private static HttpStatus statusOf(ProjectRefused.Reason reason) {
        return switch (reason) {
            case NOT_YOURS_TO_RUN -> FORBIDDEN;
            case STALE -> PRECONDITION_FAILED;
            case ARCHIVED, KEY_TAKEN, STARTER_STAYS -> CONFLICT;
            case UNKNOWN_SUCCESSOR, TOO_MANY_DEFINITIONS, TOO_MANY_STATUSES -> BAD_REQUEST;
        };
    }

    private static ResponseEntity<ProblemDetail> answer(
            HttpStatus status, Refusal reason, Sentence sentence, List<FieldError> errors) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header("Cache-Control", "no-store")
                .body(Problem.of(status, reason, sentence, errors));
    }
}
