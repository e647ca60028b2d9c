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

    @Bean
    OperationCustomizer operationsAreCalledByVerbAndNoun() {
        return (operation, handler) -> {
            var noun = NOUNS.get(handler.getBeanType());
            if (noun != null) operation.setOperationId(handler.getMethod().getName() + noun);
            return operation;
        };
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
