package ilgam.work.api;

import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import ilgam.starter.openapi.Refuses;
import ilgam.starter.security.Caller;
import ilgam.work.list.Items;
import ilgam.work.relations.Relations;
import ilgam.work.relations.RelationsView;

/** Reading the relations of items. */
@RestController
@Tag(name = "Work items")
class RelationReads {

    private static final Set<String> PARAMETERS = Set.of("at");

    private final Items items;
    private final Relations relations;

    RelationReads(Items items, Relations relations) {
        this.items = items;
        this.relations = relations;
    }

    @GetMapping({"/api/tasks/{key}/relations", "/api/issues/{key}/relations", "/api/work-items/{key}/relations"})
    @Operation(
            summary = "Parent, parts and ties of {item}, now or as they were",
            description = "For everybody who may see its project; of what they may not see it tells how many there are."
                    + " Of each list the first 200 by key; items that are deleted are left out.")
    @Refuses("404 deleted")
    RelationsView relations(
            KindOfPath of,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String at,
            Caller caller,
            HttpServletRequest request) {
        QueryParameters.only(request, PARAMETERS);
        var instant = QueryParameters.at(at);
        var item = items.find(key, caller, instant)
                .filter(of::serves)
                .orElseThrow(() -> NotFound.unknown(key, of, instant));
        if (item.deleted()) throw NotFound.deleted(item);
        return relations.of(item.id(), caller, instant);
    }
}
