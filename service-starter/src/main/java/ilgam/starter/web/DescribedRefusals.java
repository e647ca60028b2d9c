package ilgam.starter.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;

import ilgam.starter.refusal.CommonFieldReason;
import ilgam.starter.refusal.CommonReason;
import ilgam.starter.refusal.Refusal;
import ilgam.starter.refusal.Refusals;

/** Adds the refusals to every request's API description: problem documents, with the reasons declared in the code. */
final class DescribedRefusals implements OpenApiCustomizer {

    private static final String REFERENCE = "#/components/schemas/";

    /** Reasons of whole requests that occur for single fields, too. */
    private static final List<CommonReason> OF_FIELDS_TOO = List.of(
            CommonReason.CONTROL_CHARACTERS,
            CommonReason.MISSING_PARAMETER,
            CommonReason.MISSING_PART,
            CommonReason.UNKNOWN_FIELD,
            CommonReason.WRONG_TYPE,
            CommonReason.WRONG_VALUE);

    private final List<String> codes;
    private final List<String> codesOfFields;

    DescribedRefusals(Stream<Refusals> ofTheService) {
        var all = ofTheService.toList();
        codes = codes(Stream.of(CommonReason.values()), all.stream().map(Refusals::reasons));
        codesOfFields = codes(
                Stream.concat(Stream.of(CommonFieldReason.values()), OF_FIELDS_TOO.stream()),
                all.stream().map(Refusals::ofFields));
    }

    private static List<String> codes(Stream<? extends Refusal> common, Stream<List<Refusal>> own) {
        return Stream.concat(common, own.flatMap(List::stream))
                .map(Refusal::code)
                .sorted()
                .distinct()
                .toList();
    }

    @Override
    public void customise(OpenAPI api) {
        api.getComponents()
                .addSchemas("Reason", reason("Why it is refused: a code that stays", codes))
                .addSchemas("FieldReason", reason("What is wrong with a field: a code that stays", codesOfFields))
                .addSchemas("RefusalValues", values())
                .addSchemas("FieldError", fieldError())
                .addSchemas("Problem", problem());
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(operation -> operation.getResponses().addApiResponse(ApiResponses.DEFAULT, refused()));
    }

    private static ApiResponse refused() {
        var media = new MediaType().schema(reference("Problem"));
        return new ApiResponse()
                .description("Refused for another reason, which a program takes as it takes the status")
                .content(new Content().addMediaType("application/problem+json", media));
    }

    private static Schema<?> reason(String description, List<String> codes) {
        var reason = described("string", description);
        codes.forEach(reason::addEnumItemObject);
        return reason;
    }

    private static Schema<?> fieldError() {
        var error = object("What is wrong with one field of a request", "pointer", "message", "reason", "values");
        error.addProperty(
                "pointer", described("string", "JSON pointer to the field, like /title; empty for the whole body"));
        error.addProperty("message", described("string", "A sentence about it"));
        error.addProperty("reason", reference("FieldReason", "What is wrong with it"));
        error.addProperty("values", reference("RefusalValues", "What the message tells of"));
        return error;
    }

    private static Schema<?> values() {
        var texts = described("array", null);
        texts.setItems(described("string", null));
        var value = new JsonSchema();
        value.setAnyOf(List.of(described("number", null), described("string", null), texts));
        var values = described("object", "What the sentence tells of, by name: limits, keys, dates, words");
        values.setAdditionalProperties(value);
        return values;
    }

    private static Schema<?> problem() {
        var errors = described("array", "What is wrong with single fields");
        errors.setItems(reference("FieldError"));
        var problem = object(
                "Why a request was refused (RFC 9457): reason tells programs, detail tells members",
                "type",
                "title",
                "status",
                "detail",
                "reason",
                "values",
                "traceId");
        problem.addProperty("type", described("string", "The reason as the address of its kind"));
        problem.addProperty("title", described("string", "The status in words"));
        problem.addProperty("status", described("integer", "The answer's status"));
        problem.addProperty("detail", described("string", "A sentence that a member can act on"));
        problem.addProperty("instance", described("string", "What was asked for"));
        problem.addProperty("reason", reference("Reason", "Why it is refused: a code that stays"));
        problem.addProperty("values", reference("RefusalValues", "What the detail tells of"));
        problem.addProperty("errors", errors);
        problem.addProperty("line", described("integer", "Of a file that was sent, counted from 1"));
        problem.addProperty("traceId", described("string", "By which operators find the request"));
        problem.setExample(example());
        return problem;
    }

    private static Map<String, Object> example() {
        var missing = Map.of(
                "pointer",
                "/title",
                "reason",
                CommonFieldReason.EMPTY.code(),
                "message",
                "A title is needed.",
                "values",
                Map.of());
        return Map.of(
                "type",
                "/problems/invalid",
                "title",
                "Bad Request",
                "status",
                400,
                "reason",
                CommonReason.INVALID.code(),
                "detail",
                "A title is needed.",
                "values",
                Map.of(),
                "errors",
                List.of(missing),
                "traceId",
                "4bf92f3577b34da6a3ce929d0e0e4736");
    }

    private static JsonSchema object(String description, String... required) {
        var object = described("object", description);
        object.setRequired(List.of(required));
        return object;
    }

    private static JsonSchema described(String type, @Nullable String description) {
        var schema = new JsonSchema();
        schema.addType(type);
        schema.setDescription(description);
        return schema;
    }

    private static JsonSchema reference(String name, String description) {
        var reference = reference(name);
        reference.setDescription(description);
        return reference;
    }

    private static JsonSchema reference(String name) {
        var reference = new JsonSchema();
        reference.set$ref(REFERENCE + name);
        return reference;
    }
}
