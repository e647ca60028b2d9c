package ilgam.standalone;

import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;

/** Reads truths.json, with its terms translated into Ilgam's. */
final class GivenTruths {

    private GivenTruths() {}

    static Map<String, Integer> byStatus(JsonNode flow) {
        var statuses = new TreeMap<String, Integer>();
        flow.path("by_status")
                .properties()
                .forEach(status -> statuses.put(
                        status.getKey().startsWith("(initial") ? "none" : status.getKey(),
                        status.getValue().asInt()));
        return statuses;
    }

    /** Hours, rounded to four digits in the file, as whole seconds. */
    static long seconds(JsonNode hours) {
        return Math.round(hours.asDouble() * 3600);
    }
}
