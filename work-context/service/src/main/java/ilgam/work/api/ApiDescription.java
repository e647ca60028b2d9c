package ilgam.work.api;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ilgam.starter.openapi.ApiTags;
import ilgam.starter.openapi.DescribedTypes;
import ilgam.starter.refusal.Refusal;
import ilgam.starter.refusal.Refusals;
import ilgam.work.item.ItemRefused;
import ilgam.work.project.ProjectRefused;
import ilgam.work.words.FieldReason;

/**
 * Adds to the API's description what the Java code does not show: optional fields of patches and names of operations.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String PATCHED = "#/components/schemas/Patched";

    /** The names of the operations on items, by method and rest of the path. Generated clients use these names. */
    private static final Map<String, String> OPERATIONS = Map.ofEntries(
            Map.entry("GET ", "list%ss"),
            Map.entry("POST ", "open%s"),
            Map.entry("GET /{key}", "get%s"),
            Map.entry("PATCH /{key}", "change%s"),
            Map.entry("DELETE /{key}", "delete%s"),
            Map.entry("PUT /{key}/status", "move%s"),
            Map.entry("PUT /{key}/resolution", "resolve%s"),
            Map.entry("POST /{key}/restoration", "restore%s"),
            Map.entry("GET /{key}/relations", "get%sRelations"),
            Map.entry("PUT /{key}/links/{type}/{other}", "link%s"),
            Map.entry("DELETE /{key}/links/{type}/{other}", "unlink%s"),
            Map.entry("GET /{key}/history", "list%sHistory"),
            Map.entry("GET /{key}/history/{id}", "get%sHistoryEntry"),
            Map.entry("GET /{key}/comments", "list%sComments"),
            Map.entry("POST /{key}/comments", "add%sComment"),
            Map.entry("PATCH /{key}/comments/{comment}", "edit%sComment"),
            Map.entry("DELETE /{key}/comments/{comment}", "remove%sComment"));

    private static final Map<String, String> NOUNS =
            Map.of(KindOfPath.TASKS, "Task", KindOfPath.ISSUES, "Issue", KindOfPath.WORK_ITEMS, "WorkItem");

    private static final Map<String, String> ONE =
            Map.of(KindOfPath.TASKS, "a task", KindOfPath.ISSUES, "an issue", KindOfPath.WORK_ITEMS, "an item");

    private static final Map<String, String> MANY =
            Map.of(KindOfPath.TASKS, "Tasks", KindOfPath.ISSUES, "Issues", KindOfPath.WORK_ITEMS, "Tasks and issues");

    private static final Map<String, String> TAGS =
            Map.of(KindOfPath.TASKS, "Tasks", KindOfPath.ISSUES, "Issues", KindOfPath.WORK_ITEMS, "Work items");

    @Bean
    ApiTags tags() {
        return ApiTags.none()
                .and("Projects", "Projects, their workflows, and who belongs to them.")
                .and("Tasks", "Opening tasks and changing them.")
                .and("Issues", "Opening issues and changing them.")
                .and("Work items", "Tasks and issues alike: lists, search, one by its key, and changes of either.")
                .and("History", "What happened to items, and what was said about them.")
                .and("My work", "What the caller has to do.")
                .and("Imports", "Bringing the history of another tracker.");
    }

    @Bean
    DescribedTypes describedTypes() {
        return DescribedTypes.none()
                .and(
                        "CyclePeriod",
                        "A stretch of days that a member plans by, both ends included.",
                        Map.of("from", "Its first day, ISO 8601.", "to", "Its last day, ISO 8601."));
    }

    @Bean
    Refusals refusals() {
        return Refusals.of(ApiReason.values(), ItemRefused.Reason.values(), ProjectRefused.Reason.values())
                .andOfFields(FieldReason.values(), rulesOfFields(), new Refusal[] {ApiReason.FIXED_FIELD});
    }

    /** Reasons of whole requests that are also reported for a field. */
    private static Refusal[] rulesOfFields() {
        return Stream.of(ItemRefused.Reason.values())
                .filter(reason -> reason.field() != null)
                .toArray(Refusal[]::new);
    }

    @Bean
    OperationCustomizer operationsOnProjectsAreCalledByVerbAndNoun() {
        return (operation, handler) -> {
            if (handler.getBeanType() == ProjectApi.class)
                operation.setOperationId(handler.getMethod().getName() + "Project");
            return operation;
        };
    }

    /** Splits the operations of one method that serves tasks, issues and items of either kind. */
    @Bean
    OpenApiCustomizer operationsAreCalledByVerbAndNoun() {
        return api -> api.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> NOUNS.forEach((prefix, noun) -> {
                            var name = path.startsWith(prefix)
                                    ? OPERATIONS.get(method + " " + path.substring(prefix.length()))
                                    : null;
                            if (name == null) return;
                            operation.setOperationId(name.formatted(noun));
                            operation.setSummary(about(prefix, operation.getSummary()));
                            operation.setDescription(about(prefix, operation.getDescription()));
                            if (method != PathItem.HttpMethod.GET) operation.setTags(List.of(TAGS.get(prefix)));
                        })));
    }

    /** What a text that is written for all three paths says at one of them. */
    private static String about(String prefix, String text) {
        var one = ONE.get(prefix);
        var said = text.replace("{items}", MANY.get(prefix)).replace("{item}", one);
        return said.startsWith(one) ? Character.toUpperCase(said.charAt(0)) + said.substring(1) : said;
    }

    @Bean
    OpenApiCustomizer patchesHaveFieldsThatCanBeLeftOut() {
        return api -> {
            var schemas = api.getComponents().getSchemas();
            if (schemas == null) return;
            for (var name : List.of("ItemPatch", "ProjectPatch"))
                if (schemas.containsKey(name)) flatten(schemas.get(name), api);
            schemas.keySet().removeIf(name -> name.startsWith("Patched"));
        };
    }

    private static void flatten(Schema<?> patch, OpenAPI api) {
        patch.setRequired(null);
        patch.getProperties().replaceAll((_, field) -> {
            var reference = field.get$ref();
            if (reference == null || !reference.startsWith(PATCHED)) return field;
            var wrapper = api.getComponents().getSchemas().get(reference.substring(reference.lastIndexOf('/') + 1));
            return wrapper == null ? field : unwrapped(field, wrapper);
        });
    }

    private static Schema<?> unwrapped(Schema<?> field, Schema<?> wrapper) {
        Schema<?> inner = wrapper.getProperties().get("value");
        if (inner == null) return field;
        var value = new JsonSchema();
        value.setTypes(inner.getTypes());
        value.setFormat(inner.getFormat());
        value.setItems(inner.getItems());
        value.setDescription(field.getDescription());
        List<?> words = field.getEnum() == null ? inner.getEnum() : field.getEnum();
        if (words != null) words.forEach(value::addEnumItemObject);
        return value;
    }
}
