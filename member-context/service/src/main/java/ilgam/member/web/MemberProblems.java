package ilgam.member.web;

import java.time.Duration;
import java.util.List;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import ilgam.member.identity.account.AccountRefused;
import ilgam.member.identity.admission.AdmissionRefused;
import ilgam.member.identity.token.TokenRefused;
import ilgam.member.people.membership.MemberRefused;
import ilgam.member.people.profile.ProfileIsStale;
import ilgam.member.text.Invalid;
import ilgam.member.text.InvalidLine;
import ilgam.starter.refusal.CommonReason;
import ilgam.starter.refusal.Refusal;
import ilgam.starter.refusal.Sentence;
import ilgam.starter.web.FieldError;
import ilgam.starter.web.Problem;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.GONE;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.TOO_MANY_REQUESTS;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

/** Maps this context's refusals to HTTP statuses. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class MemberProblems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(MemberRefused refused) {
        var status = switch (refused.reason()) {
            case LAST_ADMIN, NO_ACCOUNT, HAS_ACCOUNT, DEACTIVATED, ERASED, MERGED, NOT_A_MEMBER -> CONFLICT;
            case STALE -> PRECONDITION_FAILED;
        };
        return problem(status, refused.reason(), refused.sentence());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(AccountRefused refused) {
        var status = switch (refused.reason()) {
            case EMAIL_TAKEN -> CONFLICT;
            case ACCOUNT_DEACTIVATED, SETUP_CODE, WRONG_PASSWORD, EMAIL_UNCONFIRMED -> FORBIDDEN;
            case RESET_UNKNOWN, CONFIRMATION_UNKNOWN -> NOT_FOUND;
            case HISTORY_TAKEN -> GONE;
            case WRONG_CREDENTIALS -> UNAUTHORIZED;
            case TOO_MANY_ATTEMPTS -> TOO_MANY_REQUESTS;
            case BUSY -> SERVICE_UNAVAILABLE;
            case IDEMPOTENCY_KEY_REUSED -> UNPROCESSABLE_CONTENT;
        };
        var answer = problem(status, refused.reason(), refused.sentence());
        var wait = refused.retryAfter();
        return wait == null ? answer : later(answer, wait);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(AdmissionRefused refused) {
        var status = switch (refused.reason()) {
            case INVITATION_NEEDED, DOMAIN_NOT_ALLOWED -> FORBIDDEN;
            case INVITATION_UNKNOWN -> NOT_FOUND;
            case INVITATION_USED -> CONFLICT;
            case INVITATION_EXPIRED, INVITATION_REVOKED, INVITATION_REPLACED -> GONE;
            case IDEMPOTENCY_KEY_REUSED -> UNPROCESSABLE_CONTENT;
        };
        return problem(status, refused.reason(), refused.sentence());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(TokenRefused refused) {
        var status = switch (refused.reason()) {
            case TOO_MANY_TOKENS -> CONFLICT;
        };
        return problem(status, refused.reason(), refused.sentence());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(Invalid invalid) {
        var errors = invalid.isOfField()
                ? List.of(new FieldError("", invalid.reason(), invalid.sentence()))
                : List.<FieldError>of();
        var problem = Problem.of(BAD_REQUEST, invalid.reasonOfProblem(), invalid.sentence(), errors);
        if (invalid instanceof InvalidLine wrong) problem.setProperty("line", wrong.line());
        return ResponseEntity.of(problem).build();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(ProfileIsStale stale) {
        return ResponseEntity.of(
                        Problem.of(PRECONDITION_FAILED, CommonReason.STALE, String.valueOf(stale.getMessage())))
                .build();
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, Refusal reason, Sentence sentence) {
        return ResponseEntity.of(Problem.of(status, reason, sentence, List.of()))
                .build();
    }

    private static ResponseEntity<ProblemDetail> later(ResponseEntity<ProblemDetail> answer, Duration wait) {
        return ResponseEntity.status(answer.getStatusCode())
                .header(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1))
                .body(answer.getBody());
    }
}
