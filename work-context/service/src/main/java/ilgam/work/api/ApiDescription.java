package ilgam.work.api;

import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ilgam.starter.refusal.Refusal;
import ilgam.starter.refusal.Refusals;
import ilgam.work.item.ItemRefused;
import ilgam.work.project.ProjectRefused;
import ilgam.work.words.FieldReason;

/** Says of the API what its Java does not show: a patch's fields can all be left out, and what operations are called. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String PATCHED = "#/components/schemas/Patched";

    /** What each class works on; an operation is called by its verb and this. */
    private static final Map<Class<?>, String> NOUNS = Map.of(
            ProjectApi.class, "Project",
            TaskApi.class, "Task",
            IssueApi.class, "Issue",
            WorkItemApi.class, "WorkItem",
            CommentVerbs.OfTasks.class, "TaskComment",
            CommentVerbs.OfIssues.class, "IssueComment",
            CommentVerbs.OfWorkItems.class, "WorkItemComment",
            LinkVerbs.OfTasks.class, "Task",
            LinkVerbs.OfIssues.class, "Issue",
            LinkVerbs.OfWorkItems.class, "WorkItem");

    private static final Map<String, String> OF_KINDS =
            Map.of("tasks", "Task", "issues", "Issue", "work-items", "WorkItem");
    private static final Map<String, String> READS = Map.of(
            "history", "list%sHistory",
            "history/{id}", "get%sHistoryEntry",
            "comments", "list%sComments",
            "relations", "get%sRelations");

    /** Those of whole requests that are told beside a field as well. */
    private static final Refusal[] OF_FIELDS = {
        ApiReason.FIXED_FIELD,
        ItemRefused.Reason.DUE_BEFORE_START,
        ItemRefused.Reason.NESTED_TOO_DEEP,
        ItemRefused.Reason.ONLY_ISSUES_ARE_ABOUT_TASKS,
        ItemRefused.Reason.ONLY_ISSUES_HAVE_SEVERITY,
        ItemRefused.Reason.OWN_ANCESTOR,
        ItemRefused.Reason.TOO_MANY_LABELS
    };

    @Bean
    Refusals refusals() {
        return Refusals.of(ApiReason.values(), ItemRefused.Reason.values(), ProjectRefused.Reason.values())
                .andOfFields(FieldReason.values(), OF_FIELDS);
    }

    @Bean
    OperationCustomizer operationsAreCalledByVerbAndNoun() {
        return (operation, handler) -> {
            var noun = NOUNS.get(handler.getBeanType());
            if (noun != null) operation.setOperationId(handler.getMethod().getName() + noun);
            return operation;
        };
    }

    /** One method answers for tasks, issues and items of either kind. */
    @Bean
    OpenApiCustomizer readsAreCalledByWhatTheyAreOf() {
        return api -> READS.forEach((path, read) -> OF_KINDS.forEach((kind, noun) -> {
            var found = api.getPaths().get("/api/" + kind + "/{key}/" + path);
            if (found != null) found.getGet().setOperationId(read.formatted(noun));
        }));
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
