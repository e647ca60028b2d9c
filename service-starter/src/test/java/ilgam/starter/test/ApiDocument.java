package ilgam.starter.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import ilgam.starter.refusal.Refusal;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A service's API description, as it is served and as it is committed in {@code docs/openapi}. Run the test with {@code
 * -Dopenapi.write=true} to write the committed one again.
 */
public final class ApiDocument {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
            .build();

    private final String name;
    private final JsonNode served;

    /** The document with this name, as the service serves it. */
    public ApiDocument(String name, String served) {
        this.name = name;
        this.served = JSON.readTree(served);
    }

    /** Fails unless the committed document is the same, with names in order and without the service's address. */
    public void mustBeAsKept() {
        var kept = root().resolve("docs/openapi/" + name + ".json");
        var text = normalised();
        try {
            if (Boolean.getBoolean("openapi.write")) {
                Files.createDirectories(kept.getParent());
                Files.writeString(kept, text);
            }
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
        assertThat(kept)
                .as("the API changed: write its description again with -Dopenapi.write=true")
                .content()
                .isEqualTo(text);
    }

    /**
     * Fails unless the document has every reason with which the classes of these packages may refuse a request or a
     * field.
     */
    public void mustKnowEveryReason(String... packages) {
        var known = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .withImportOption(location -> !location.contains("-tests.jar"))
                        .importPackages(packages)
                        .stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(Refusal.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> List.of(type.getEnumConstants()).stream())
                        .map(reason -> ((Refusal) reason).code())
                        .distinct()
                        .toList();
        assertThat(Stream.of("Reason", "FieldReason")
                        .flatMap(name -> served.at("/components/schemas/" + name + "/enum")
                                .valueStream())
                        .map(JsonNode::asString)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(known);
    }

    /** Fails unless every operation, parameter, schema, field and tag is described, and every body has an example. */
    public void mustDescribeEverything() {
        assertThat(DescribedApi.missingIn(served)).isEmpty();
    }

    /** Whether this refusal is described; so is what happens where there is no operation. */
    boolean knows(String method, String path, int status, String reason) {
        var asked = PathContainer.parsePath(path);
        return served.get("paths").properties().stream()
                .filter(each -> each.getValue().has(method.toLowerCase(Locale.ROOT)))
                .map(each -> Map.entry(PathPatternParser.defaultInstance.parse(each.getKey()), each.getValue()))
                .filter(each -> each.getKey().matches(asked))
                .min(Map.Entry.comparingByKey())
                .map(each -> each.getValue().get(method.toLowerCase(Locale.ROOT)))
                .map(operation -> reasons(operation.at("/responses/" + status)).contains(reason))
                .orElse(true);
    }

    private List<String> reasons(JsonNode answer) {
        var shared = answer.path("$ref").asString("");
        var described = shared.isEmpty() ? answer : served.at(shared.substring(1));
        return described
                .at("/content/application~1problem+json/schema/allOf/1/properties/reason/enum")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    /** Every example of a body, to be sent. */
    public List<ExampleBody> examples() {
        return ExampleBody.allOf(served);
    }

    /** Every operation as method, blank and path. */
    public List<String> operations() {
        return served.get("paths").properties().stream()
                .flatMap(path -> path.getValue().propertyNames().stream()
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .toList();
    }

    private String normalised() {
        var document = ((ObjectNode) served).deepCopy();
        document.remove("servers");
        // maps are written with their keys in order, objects are not
        return JSON.writeValueAsString(JSON.treeToValue(document, Object.class)) + "\n";
    }

    private static Path root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("docs/glossary.md")))
                .findFirst()
                .orElseThrow();
    }
}
