package ilgam.work.api;

import java.util.List;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import ilgam.starter.refusal.CommonReason;
import ilgam.starter.refusal.Refusal;
import ilgam.starter.refusal.Sentence;
import ilgam.starter.web.FieldError;
import ilgam.starter.web.Problem;
import ilgam.work.imports.upload.ProjectMismatch;
import ilgam.work.imports.upload.UnusableUpload;
import ilgam.work.words.Invalid;

/** Turns what this context refuses before any command into problem documents. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Invalid invalid) {
        return answer(
                HttpStatus.BAD_REQUEST,
                CommonReason.INVALID,
                invalid.sentence(),
                List.of(new FieldError("", invalid.reason(), invalid.sentence())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(UnusableUpload unusable) {
        return answer(HttpStatus.BAD_REQUEST, ApiReason.UNUSABLE_UPLOAD, unusable.sentence(), List.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(ProjectMismatch unfit) {
        return answer(HttpStatus.CONFLICT, ApiReason.UNFIT_PROJECT, unfit.sentence(), List.of());
    }

    private static ResponseEntity<ProblemDetail> answer(
            HttpStatus status, Refusal reason, Sentence sentence, List<FieldError> errors) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header("Cache-Control", "no-store")
                .body(Problem.of(status, reason, sentence, errors));
    }
}
