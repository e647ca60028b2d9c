package ilgam.starter.web;

import java.util.ArrayList;
import java.util.List;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MultipartException;

import ilgam.starter.messaging.AlreadyExists;
import ilgam.starter.messaging.ConcurrentModification;
import ilgam.starter.messaging.EventStoreAway;
import ilgam.starter.messaging.RuleRefused;
import ilgam.starter.refusal.CommonReason;
import ilgam.starter.refusal.Refusal;
import ilgam.starter.refusal.RuleReason;
import ilgam.starter.refusal.Sentence;

/** Turns exceptions that no context handles itself into problem documents; a bug discloses nothing to the client. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Refused refused) {
        return answer(refused.status(), refused.reason(), refused.sentence(), refused.errors());
    }

    /** Not a failure: the change is stored. */
    @ExceptionHandler
    ResponseEntity<SetAside.Body> on(SetAside stored) {
        return ResponseEntity.accepted()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(stored.body());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(AlreadyExists exists) {
        return answer(HttpStatus.CONFLICT, CommonReason.EXISTS_ALREADY, message(exists));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(ConcurrentModification overtaken) {
        return answer(HttpStatus.CONFLICT, CommonReason.OVERTAKEN, message(overtaken));
    }

    /** Not logged for each request, because {@link EventStoreWatch} logs it once a minute. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(EventStoreAway away) {
        return eventStoreAway(message(away));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(AggregateNotFoundException unknown) {
        return notFound();
    }

    /** A rule refused if the details say so: the class of a refusal does not cross Axon Server. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> on(CommandExecutionException failure) {
        if (!(RuleRefused.reasonOf(failure) instanceof RuleReason reason)) return on((Exception) failure);
        var sentence = RuleRefused.sentenceOf(failure);
        return answer(Problem.statusOf(reason.kind()), reason, sentence, errors(reason, sentence));
    }

    /** The client has disconnected, so that nobody reads an answer. */
    @ExceptionHandler
    void on(AsyncRequestNotUsableException gone) {
        log.debug("The client went away: {}", gone.getMessage());
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> on(Exception failure) {
        var badBody = BadBody.in(failure);
        if (badBody != null) return answer(badBody.status(), badBody.reason(), badBody.sentence(), badBody.errors());
        if (failure instanceof ErrorResponse response) return onWebFailure(response, failure);
        if (failure instanceof TypeMismatchException
                || failure instanceof MultipartException
                || failure instanceof InvalidParameterException) {
            var known = WebFailure.of(failure);
            return answer(HttpStatus.BAD_REQUEST, known.reason(), known.sentence(), known.errors());
        }
        if (failure instanceof CommandExecutionException command && isUnknownAggregate(command)) return notFound();
        if (EventStoreAway.isIn(failure))
            return eventStoreAway("The event store cannot be reached at the moment. Please try again soon.");
        if (DatabaseAway.in(failure)) return databaseAway(failure);
        log.error("A request failed.", failure);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                CommonReason.INTERNAL_ERROR,
                "Something went wrong on our side. Please try again; if it happens again, tell us the trace id.");
    }

    private static List<FieldError> errors(RuleReason reason, Sentence sentence) {
        return reason.field() == null ? List.of() : List.of(new FieldError("/" + reason.field(), reason, sentence));
    }

    private static ResponseEntity<ProblemDetail> eventStoreAway(String detail) {
        return answer(HttpStatus.SERVICE_UNAVAILABLE, CommonReason.EVENT_STORE_AWAY, detail);
    }

    private static ResponseEntity<ProblemDetail> databaseAway(Exception failure) {
        log.warn("The database is away: {}", failure.getMessage());
        return answer(
                HttpStatus.SERVICE_UNAVAILABLE,
                CommonReason.DATABASE_AWAY,
                "The service cannot reach its database at the moment. Please try again soon.");
    }

    /** Over Axon Server, only the exception's message arrives. */
    private static boolean isUnknownAggregate(CommandExecutionException failure) {
        return failure.getDetails().isEmpty()
                && String.valueOf(failure.getMessage()).contains("aggregate was not found");
    }

    private static ResponseEntity<ProblemDetail> notFound() {
        return answer(HttpStatus.NOT_FOUND, CommonReason.NOT_FOUND, "There is nothing at this address.");
    }

    private static ResponseEntity<ProblemDetail> onWebFailure(ErrorResponse response, Exception failure) {
        var known = WebFailure.of(response, failure);
        var answer = answer(response.getStatusCode(), known.reason(), known.sentence(), known.errors());
        var headers = new HttpHeaders();
        headers.putAll(answer.getHeaders());
        response.getHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)) headers.put(name, new ArrayList<>(values));
        });
        return new ResponseEntity<>(answer.getBody(), headers, answer.getStatusCode());
    }

    private static ResponseEntity<ProblemDetail> answer(
            HttpStatusCode status, Refusal reason, Sentence sentence, List<FieldError> errors) {
        var answer = ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (status.value() == HttpStatus.SERVICE_UNAVAILABLE.value()) answer.header(HttpHeaders.RETRY_AFTER, "1");
        return answer.body(Problem.of(status, reason, sentence, errors));
    }

    private static ResponseEntity<ProblemDetail> answer(HttpStatusCode status, Refusal reason, String detail) {
        return answer(status, reason, Sentence.of(detail), List.of());
    }

    private static String message(Exception failure) {
        return String.valueOf(failure.getMessage());
    }
}
