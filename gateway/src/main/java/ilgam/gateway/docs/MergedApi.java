package ilgam.gateway.docs;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import ilgam.gateway.registry.Context;

/**
 * The contexts' documents as one. Components of one name that differ get their context's name in front, but for
 * enumerations, such as the reasons of refusals: one of all words.
 */
final class MergedApi {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String REFERENCE = "#/components/";
    private static final String TOO_FAST = "429";
    private static final String WORDS = "enum";

    /** The contexts say more of it, and one of them is always there. */
    private static final String PROBLEM = "Problem";

    private final ObjectNode document = JSON.createObjectNode();
    private final ArrayNode tags;
    private final ObjectNode paths;
    private final ObjectNode components;

    MergedApi() {
        document.put("openapi", "3.1.0");
        var info = document.putObject("info");
        info.put("title", "Ilgam");
        info.put("version", "1");
        info.put(
                "description",
                "Tasks and issues with their whole history, and what it takes to plan them. The page /api/docs begins"
                        + " with a guide: logging in, errors, pages, the past, repeating and protecting changes, limits.");
        document.putArray("servers").addObject().put("url", "/");
        tags = document.putArray("tags");
        paths = document.putObject("paths");
        components = document.putObject("components");
        var schemes = components.putObject("securitySchemes");
        schemes.putObject("session").put("type", "apiKey").put("in", "cookie").put("name", "ILGAM_SESSION");
        schemes.putObject("token").put("type", "http").put("scheme", "bearer");
        var either = document.putArray("security");
        either.addObject().putArray("session");
        either.addObject().putArray("token");
    }

    JsonNode document() {
        return document;
    }

    /** What the gateway answers itself; where a context describes such a path, too, it says more. */
    MergedApi withOwn(JsonNode api) {
        var schemas = components.withObjectProperty("schemas");
        schemas.setAll((ObjectNode) api.at("/components/schemas"));
        schemas.remove(PROBLEM);
        paths.setAll((ObjectNode) api.path("paths"));
        tags.add(api.path("tags").path(0));
        return this;
    }

    MergedApi with(Context context, JsonNode api) {
        var renamed = addComponents(context, api.path("components"));
        api.path("paths").properties().forEach(path -> {
            if (path.getKey().startsWith("/api/"))
                paths.set(path.getKey(), limited(renaming(path.getValue(), renamed)));
        });
        api.path("tags").forEach(this::addTag);
        return this;
    }

    /** In the order of the contexts; what operators look after, which all have, is the last. */
    private void addTag(JsonNode tag) {
        if (tags.valueStream().noneMatch(known -> known.path("name").equals(tag.path("name"))))
            tags.insert(Math.max(0, tags.size() - 1), tag);
    }

    /** The gateway passes on only so many requests a second. */
    private static JsonNode limited(JsonNode path) {
        path.forEach(operation -> {
            if (operation.path("responses") instanceof ObjectNode responses && !responses.has(TOO_FAST))
                OwnApi.refused(
                        TOO_FAST + (operation.has("requestBody") ? " too-fast too-many-bodies" : " too-fast"),
                        responses);
        });
        return path;
    }

    private Map<String, String> addComponents(Context context, JsonNode added) {
        var renamed = new HashMap<String, String>();
        forEach(added, (kind, name, component) -> {
            var other = components.path(kind).path(name);
            if (!other.isMissingNode() && !other.equals(component) && !areEnumerations(other, component))
                renamed.put(REFERENCE + kind + "/" + name, REFERENCE + kind + "/" + prefixed(context, name));
        });
        forEach(added, (kind, name, component) -> {
            var to = renamed.containsKey(REFERENCE + kind + "/" + name) ? prefixed(context, name) : name;
            var other = components.path(kind).path(to);
            components
                    .withObjectProperty(kind)
                    .set(to, areEnumerations(other, component) ? both(other, component) : renaming(component, renamed));
        });
        return renamed;
    }

    private static boolean areEnumerations(JsonNode first, JsonNode second) {
        return first.has(WORDS) && second.has(WORDS);
    }

    private static JsonNode both(JsonNode first, JsonNode second) {
        var words = new TreeSet<String>();
        first.path(WORDS).forEach(word -> words.add(word.asString()));
        second.path(WORDS).forEach(word -> words.add(word.asString()));
        var both = ((ObjectNode) first).deepCopy();
        words.forEach(both.putArray(WORDS)::add);
        return both;
    }

    private static String prefixed(Context context, String name) {
        var label = context.label();
        return Character.toUpperCase(label.charAt(0)) + label.substring(1) + name;
    }

    private static JsonNode renaming(JsonNode node, Map<String, String> renamed) {
        if (renamed.isEmpty()) return node;
        return switch (node) {
            case StringNode text
            when renamed.containsKey(text.stringValue()) -> StringNode.valueOf(renamed.get(text.stringValue()));
            case ObjectNode object -> {
                var copy = JSON.createObjectNode();
                object.properties().forEach(field -> copy.set(field.getKey(), renaming(field.getValue(), renamed)));
                yield copy;
            }
            case ArrayNode array -> {
                var copy = JSON.createArrayNode();
                array.forEach(element -> copy.add(renaming(element, renamed)));
                yield copy;
            }
            default -> node;
        };
    }

    private interface EachComponent {
        void is(String kind, String name, JsonNode component);
    }

    private static void forEach(JsonNode components, EachComponent each) {
        components
                .properties()
                .forEach(kind -> kind.getValue().properties().forEach(component -> {
                    if (!kind.getKey().equals("securitySchemes"))
                        each.is(kind.getKey(), component.getKey(), component.getValue());
                }));
    }
}
