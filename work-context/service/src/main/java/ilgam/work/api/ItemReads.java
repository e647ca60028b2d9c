package ilgam.work.api;

import java.util.List;
import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import ilgam.starter.openapi.Refuses;
import ilgam.starter.security.Caller;
import ilgam.starter.web.Cursor;
import ilgam.starter.web.ETags;
import ilgam.starter.web.Page;
import ilgam.work.list.Filter;
import ilgam.work.list.ItemView;
import ilgam.work.list.Items;
import ilgam.work.list.Place;

import static ilgam.work.api.KindOfPath.ISSUES;
import static ilgam.work.api.KindOfPath.TASKS;
import static ilgam.work.api.KindOfPath.WORK_ITEMS;

/** Reading work items: lists, searches, boards, and one by its key. */
@RestController
@Tag(name = "Work items")
class ItemReads {

    private static final Set<String> OF_ONE = Set.of("at");

    private final Items items;
    private final ItemFilters filters;

    ItemReads(Items items, ItemFilters filters) {
        this.items = items;
        this.filters = filters;
    }

    @GetMapping({TASKS, ISSUES, WORK_ITEMS})
    @Operation(
            summary = "{items}, list and search",
            description = "Answers those that the caller may see and that fit every parameter given; several values of"
                    + " one mean any of them. With at it is the list as it was then. Descriptions are left out.")
    @Refuses("404 not-found")
    Page<ItemView> list(
            KindOfPath of,
            @ParameterObject @ModelAttribute ItemQuery query,
            Caller caller,
            HttpServletRequest request) {
        QueryParameters.only(request, ItemQuery.class);
        var asked = filters.of(query, caller);
        var filter = of.kind() == null ? asked : asked.only(of.kind());
        var limit = QueryParameters.limit(query.limit());
        var found = page(filter, caller, query.cursor(), limit + 1);
        var shown = found.subList(0, Math.min(limit, found.size()));
        return new Page<>(
                shown.stream().map(Items.Listed::item).toList(),
                found.size() > limit ? Cursor.encode(shown.getLast().place().toArray()) : null,
                QueryParameters.isTrue("count", query.count()) ? items.count(filter, caller) : null);
    }

    /**
     * A page of the list. A cursor with values that the database cannot read as sort values is refused as malformed.
     */
    private List<Items.Listed> page(Filter filter, Caller caller, @Nullable String cursor, int limit) {
        if (cursor == null || cursor.isEmpty()) return items.list(filter, caller, null, limit);
        var after = Place.of(Cursor.decode(cursor, filter.sort().width() + 1));
        if (!after.isIn(filter.sort())) throw Cursor.malformed();
        try {
            return items.list(filter, caller, after, limit);
        } catch (DataIntegrityViolationException notOurs) {
            throw Cursor.malformed();
        }
    }

    @Operation(
            summary = "{item}, now or as it was",
            description = "For everybody who may see its project. A former key of it works as well. A deleted one is"
                    + " 404 deleted; its history still answers.")
    @Refuses("404 deleted")
    @GetMapping({TASKS + "/{key}", ISSUES + "/{key}", WORK_ITEMS + "/{key}"})
    ResponseEntity<ItemView> one(
            KindOfPath of,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String at,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known,
            Caller caller,
            HttpServletRequest request) {
        QueryParameters.only(request, OF_ONE);
        var instant = QueryParameters.at(at);
        var item = items.find(key, caller, instant)
                .filter(of::serves)
                .orElseThrow(() -> NotFound.unknown(key, of, instant));
        if (item.deleted()) throw NotFound.deleted(item);
        if (ETags.isKnown(known, item.version()))
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .eTag(ETags.of(item.version()))
                    .build();
        return ResponseEntity.ok().eTag(ETags.of(item.version())).body(item);
    }
}
