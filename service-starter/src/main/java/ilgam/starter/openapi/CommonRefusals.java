package ilgam.starter.openapi;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

import static ilgam.starter.refusal.CommonReason.*;

/** What follows from an operation's method, parameters and body alone: each has the refusals of its filters and readers. */
final class CommonRefusals {

    private static final Set<HttpMethod> UNSAFE =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);
    private static final Set<String> READ_STRICTLY = Set.of("uuid", "date", "date-time");

    private CommonRefusals() {}

    static ReasonsByStatus of(HttpMethod method, Operation operation, boolean open) {
        var refusals = new ReasonsByStatus()
                .add(400, MALFORMED_REQUEST, BAD_PARAMETER)
                .add(401, INVALID_TOKEN)
                .add(406, NOT_ACCEPTABLE)
                .add(421, UNKNOWN_HOST)
                .add(500, INTERNAL_ERROR)
                .add(503, DATABASE_AWAY, EVENT_STORE_AWAY, PROJECTION_LATE, AWAY);
        if (!open) refusals.add(401, NOT_LOGGED_IN);
        if (UNSAFE.contains(method)) ofChange(method, open, refusals);
        parameters(operation).forEach(parameter -> ofParameter(parameter, refusals));
        if (operation.getRequestBody() != null) ofBody(operation, refusals);
        return refusals;
    }

    private static void ofChange(HttpMethod method, boolean open, ReasonsByStatus refusals) {
        if (!open) refusals.add(403, SCOPE);
        refusals.add(409, OVERTAKEN);
        if (method != HttpMethod.POST) refusals.add(412, EXISTS_ALREADY);
    }

    private static void ofParameter(Parameter parameter, ReasonsByStatus refusals) {
        if (isReadStrictly(parameter.getSchema())) refusals.add(400, WRONG_VALUE);
        switch (parameter.getIn()) {
            case "path" -> refusals.add(404, NOT_FOUND);
            case "header" -> ofHeader(parameter.getName(), refusals);
            default -> {
                if (Boolean.TRUE.equals(parameter.getRequired())) refusals.add(400, MISSING_PARAMETER);
                if (parameter.getName().equals("limit")) refusals.add(400, LIMIT_OUT_OF_RANGE);
                if (parameter.getName().equals("cursor")) refusals.add(400, MALFORMED_CURSOR);
            }
        }
    }

    private static void ofHeader(String name, ReasonsByStatus refusals) {
        switch (name) {
            case HttpHeaders.IF_MATCH -> refusals.add(400, MALFORMED_IF_MATCH).add(412, STALE);
            case "Idempotency-Key" ->
                refusals.add(400, MALFORMED_IDEMPOTENCY_KEY)
                        .add(409, IN_PROGRESS)
                        .add(422, IDEMPOTENCY_KEY_REUSED);
            default -> {}
        }
    }

    private static void ofBody(Operation operation, ReasonsByStatus refusals) {
        refusals.add(413, BODY_TOO_LARGE).add(415, UNSUPPORTED_MEDIA_TYPE, UNSUPPORTED_ENCODING);
        if (operation.getRequestBody().getContent().containsKey("multipart/form-data"))
            refusals.add(400, MALFORMED_UPLOAD, MISSING_PART);
        else refusals.add(400, INVALID, MALFORMED_BODY, UNKNOWN_FIELD, WRONG_TYPE, WRONG_VALUE);
    }

    private static boolean isReadStrictly(@Nullable Schema<?> schema) {
        if (schema == null) return false;
        var types = schema.getTypes() == null ? Set.<String>of() : schema.getTypes();
        return READ_STRICTLY.contains(String.valueOf(schema.getFormat()))
                || schema.getEnum() != null
                || !Set.of("string", "array").containsAll(types);
    }

    private static Stream<Parameter> parameters(Operation operation) {
        List<Parameter> all = operation.getParameters();
        return all == null ? Stream.of() : all.stream();
    }
}
