package ilgam.starter.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.http.HttpMethod;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

import ilgam.starter.refusal.CommonReason;
import ilgam.starter.refusal.Refusal;
import ilgam.starter.refusal.Sentence;

/** A refusal by Spring MVC, with a sentence for the client. */
record WebFailure(Refusal reason, Sentence sentence, List<FieldError> errors) {

    static WebFailure of(ErrorResponse response, Exception failure) {
        return switch (failure) {
            case NoResourceFoundException _ -> nothing();
            case NoHandlerFoundException _ -> nothing();
            case HttpRequestMethodNotSupportedException method ->
                of(CommonReason.METHOD_NOT_ALLOWED, notPossible(method));
            case HttpMediaTypeNotSupportedException type ->
                of(
                        CommonReason.UNSUPPORTED_MEDIA_TYPE,
                        type.getContentType() == null
                                ? Sentence.of("The body needs a Content-Type.")
                                : Sentence.of(
                                        "A body of type {type} is not supported here.",
                                        Map.of("type", type.getContentType())));
            case HttpMediaTypeNotAcceptableException _ ->
                of(CommonReason.NOT_ACCEPTABLE, "There is no answer of the type that was asked for.");
            case MissingServletRequestParameterException missing ->
                field(CommonReason.MISSING_PARAMETER, missing.getParameterName(), "is missing.");
            case MissingServletRequestPartException part ->
                field(CommonReason.MISSING_PART, part.getRequestPartName(), "is missing.");
            case MissingRequestValueException _ -> of(CommonReason.MISSING_VALUE, "A required value is missing.");
            default -> other(response);
        };
    }

    /** Failures without a status of their own; all of them are the client's. */
    static WebFailure of(Exception failure) {
        return failure instanceof MethodArgumentTypeMismatchException wrong
                ? field(CommonReason.WRONG_VALUE, wrong.getName(), "has an invalid value.")
                : of(
                        CommonReason.MALFORMED_UPLOAD,
                        "The upload is not what its Content-Type says: its parts cannot be read.");
    }

    private static WebFailure nothing() {
        return of(CommonReason.NOT_FOUND, "There is nothing at this address.");
    }

    private static WebFailure other(ErrorResponse response) {
        var detail = response.getBody().getDetail();
        return switch (response.getStatusCode().value()) {
            case 404 -> nothing();
            case 413 -> of(CommonReason.BODY_TOO_LARGE, "The body is too large.");
            case 503 -> of(CommonReason.AWAY, "The service is busy at the moment. Please try again soon.");
            default -> of(CommonReason.BAD_REQUEST, detail == null ? "The request is invalid." : detail);
        };
    }

    private static Sentence notPossible(HttpRequestMethodNotSupportedException failure) {
        var possible = failure.getSupportedHttpMethods();
        if (possible == null)
            return Sentence.of("{method} is not possible here.", Map.of("method", failure.getMethod()));
        var methods = possible.stream()
                .filter(Objects::nonNull)
                .map(HttpMethod::name)
                .sorted()
                .toList();
        return Sentence.of(
                "{method} is not possible here. Possible: {possible}.",
                Map.of("method", failure.getMethod(), "possible", methods));
    }

    private static WebFailure field(Refusal reason, String name, String message) {
        var values = Map.of("field", name);
        return new WebFailure(
                reason,
                Sentence.of("\"{field}\" " + message, values),
                List.of(new FieldError("/" + name, reason, Sentence.of("This " + message, values))));
    }

    private static WebFailure of(Refusal reason, String sentence) {
        return of(reason, Sentence.of(sentence));
    }

    private static WebFailure of(Refusal reason, Sentence sentence) {
        return new WebFailure(reason, sentence, List.of());
    }
}
