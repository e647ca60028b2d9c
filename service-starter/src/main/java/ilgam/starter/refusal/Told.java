package ilgam.starter.refusal;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Travels as the details of a refused command whose sentence has values; one without has its reason as details. */
public record Told(
        @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS) Refusal reason, Map<String, Object> values) {}
