package ilgam.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.function.RouterFunction;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import ilgam.gateway.docs.OwnApi;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the description of the gateway's own paths with the committed one in {@code docs/openapi}; {@code
 * -Dopenapi.write=true} writes that one again.
 */
class OwnApiTest {

    private static final Path KEPT = Path.of("../docs/openapi/gateway.json");
    private static final Pattern OWN_ROUTE = Pattern.compile("GET && (/api/[^*{\\s)]+)\\)");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
            .build();

    @Test
    void every_path_of_its_own_is_described_as_it_is_kept() throws IOException {
        try (var gateway = new Running()) {
            var routes = gateway.beans(RouterFunction.class)
                    .flatMap(route -> OWN_ROUTE.matcher(route.toString()).results())
                    .map(found -> found.group(1))
                    .toList();
            var own = gateway.beans(OwnApi.class).findFirst().orElseThrow().document();

            assertThat(routes).contains("/api/health", "/api/services", "/api/dead-letters");
            assertThat(own.path("paths").propertyNames()).containsExactlyInAnyOrderElementsOf(routes);
            assertThat(undescribed(own, "")).isEmpty();
            var text = JSON.writeValueAsString(JSON.treeToValue(own, Object.class)) + "\n";
            if (Boolean.getBoolean("openapi.write")) Files.writeString(KEPT, text);
            assertThat(KEPT).content().isEqualTo(text);
        }
    }

    /** Operations, parameters, schemas and fields without a description. */
    private static List<String> undescribed(JsonNode node, String place) {
        var missing = new ArrayList<String>();
        boolean isNamed = place.matches(".*/(get|parameters/\\d+|schemas/\\w+|properties/\\w+)");
        if (isNamed && !place.contains("/responses/") && !node.has("description")) missing.add(place);
        node.properties().forEach(field -> missing.addAll(undescribed(field.getValue(), place + "/" + field.getKey())));
        for (int at = 0; node.isArray() && at < node.size(); at++)
            missing.addAll(undescribed(node.get(at), place + "/" + at));
        return missing;
    }
}
