package ilgam.starter.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

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

/** What Spring MVC found wrong with a request, in words for whoever sent it. */
record WebFailure(String reason, String detail, List<FieldError> errors) {

    static WebFailure of(ErrorResponse response, Exception failure) {
        return switch (failure) {
            case NoResourceFoundException _ -> nothing();
            case NoHandlerFoundException _ -> nothing();
            case HttpRequestMethodNotSupportedException method ->
                of("method-not-allowed", method.getMethod() + " is not possible here." + only(method));
            case HttpMediaTypeNotSupportedException type ->
                of(
                        "unsupported-media-type",
                        type.getContentType() == null
                                ? "The body needs a Content-Type."
                                : "A body of type " + type.getContentType() + " is not understood here.");
            case HttpMediaTypeNotAcceptableException _ ->
                of("not-acceptable", "There is no answer of the type that was asked for.");
            case MissingServletRequestParameterException missing ->
                field("missing-parameter", missing.getParameterName(), "is missing.");
            case MissingServletRequestPartException part ->
                field("missing-part", part.getRequestPartName(), "is missing.");
            case MissingRequestValueException _ -> of("missing-value", "Something that is needed here is missing.");
            default -> other(response);
        };
    }

    /** The failures that do not bring a status of their own; all of them are the client's. */
    static WebFailure of(Exception failure) {
        return failure instanceof MethodArgumentTypeMismatchException wrong
                ? field("wrong-value", wrong.getName(), "has a value that makes no sense here.")
                : of("malformed-upload", "The upload is not what its Content-Type says: its parts cannot be read.");
    }

    private static WebFailure nothing() {
        return of("not-found", "There is nothing at this address.");
    }

    private static WebFailure other(ErrorResponse response) {
        var detail = response.getBody().getDetail();
        return switch (response.getStatusCode().value()) {
            case 404 -> nothing();
            case 413 -> of("body-too-large", "The body is too large.");
            case 503 -> of("away", "The service is busy at the moment. Please try again soon.");
            default -> of("bad-request", detail == null ? "The request makes no sense." : detail);
        };
    }

    private static String only(HttpRequestMethodNotSupportedException failure) {
        var possible = failure.getSupportedHttpMethods();
        return possible == null
                ? ""
                : possible.stream()
                        .filter(Objects::nonNull)
                        .map(HttpMethod::name)
                        .sorted()
                        .collect(Collectors.joining(", ", " Possible: ", "."));
    }

    private static WebFailure field(String reason, String name, String message) {
        return new WebFailure(
                reason, "\"" + name + "\" " + message, List.of(new FieldError("/" + name, "This " + message)));
    }

    private static WebFailure of(String reason, String detail) {
        return new WebFailure(reason, detail, List.of());
    }
}
