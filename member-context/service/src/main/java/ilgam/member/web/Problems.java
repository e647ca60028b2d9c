package ilgam.member.web;

import java.util.List;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import ilgam.member.text.Invalid;
import ilgam.member.text.InvalidLine;
import ilgam.member.text.RequestRefused;
import ilgam.starter.refusal.Refusal;
import ilgam.starter.refusal.Sentence;
import ilgam.starter.web.FieldError;
import ilgam.starter.web.Problem;

import static org.springframework.http.HttpStatus.BAD_REQUEST;

/** Turns what this context refuses outside of its aggregates into problem documents. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(RequestRefused refused) {
        var answer = answer(refused.reason(), refused.sentence());
        var wait = refused.retryAfter();
        return wait == null
                ? answer
                : ResponseEntity.status(answer.getStatusCode())
                        .header(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1))
                        .body(answer.getBody());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Invalid invalid) {
        var errors = invalid.isOfField()
                ? List.of(new FieldError("", invalid.reason(), invalid.sentence()))
                : List.<FieldError>of();
        var problem = Problem.of(BAD_REQUEST, invalid.reasonOfProblem(), invalid.sentence(), errors);
        if (invalid instanceof InvalidLine wrong) problem.setProperty("line", wrong.line());
        return ResponseEntity.of(problem).build();
    }

    private static ResponseEntity<ProblemDetail> answer(Refusal reason, Sentence sentence) {
        return ResponseEntity.of(Problem.of(StatusOf.reason(reason), reason, sentence, List.of()))
                .build();
    }
}
