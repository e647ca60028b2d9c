package ilgam.starter.refusal;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Details of a refused command whose sentence has values; without values the reason alone is the details. */
public record Told(
        @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS) Refusal reason, Map<String, Object> values) {}
