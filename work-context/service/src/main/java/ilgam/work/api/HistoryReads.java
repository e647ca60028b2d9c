package ilgam.work.api;

import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import ilgam.starter.security.Caller;
import ilgam.starter.web.Cursor;
import ilgam.starter.web.Page;
import ilgam.work.history.CommentView;
import ilgam.work.history.Entry;
import ilgam.work.history.History;
import ilgam.work.list.Items;

/** Reading the history and the comments of an item, deleted or not. */
@RestController
@Tag(name = "History")
class HistoryReads {

    private final Items items;
    private final History history;

    HistoryReads(Items items, History history) {
        this.items = items;
        this.history = history;
    }

    @GetMapping({"/api/tasks/{key}/history", "/api/issues/{key}/history", "/api/work-items/{key}/history"})
    @Operation(
            summary = "What happened to {item}, the oldest first",
            description = "For everybody who may see its project; that of a deleted item answers, too. Texts are cut at"
                    + " 1,000 characters: truncated tells, and the entry by its id has them whole.")
    Page<Entry> history(
            KindOfPath of,
            @PathVariable String key,
            @ParameterObject @ModelAttribute HistoryQuery query,
            Caller caller,
            HttpServletRequest request) {
        QueryParameters.only(request, HistoryQuery.class);
        var most = QueryParameters.limit(query.limit());
        var found = history.entries(item(of, key, caller), caller, query.after(), most, QueryParameters.at(query.at()));
        return page(found, last -> Cursor.encode(last.at(), last.version()));
    }

    @GetMapping({"/api/tasks/{key}/history/{id}", "/api/issues/{key}/history/{id}", "/api/work-items/{key}/history/{id}"
    })
    @Operation(
            summary = "One entry of the history of {item}",
            description = "For everybody who may see its project. Answers one change with its whole texts.")
    Entry entry(
            KindOfPath of, @PathVariable String key, @PathVariable UUID id, Caller caller, HttpServletRequest request) {
        QueryParameters.only(request, Set.of());
        return history.entry(item(of, key, caller), id, caller).orElseThrow(() -> NotFound.unknownEntry(id));
    }

    @GetMapping({"/api/tasks/{key}/comments", "/api/issues/{key}/comments", "/api/work-items/{key}/comments"})
    @Operation(
            summary = "The comments on {item}, the oldest first",
            description = "For everybody who may see its project. A comment that was removed is there without its text."
                    + " A page ends with the comment that reaches 1 MiB.")
    Page<CommentView> comments(
            KindOfPath of,
            @PathVariable String key,
            @ParameterObject @ModelAttribute HistoryQuery query,
            Caller caller,
            HttpServletRequest request) {
        QueryParameters.only(request, HistoryQuery.class);
        var most = QueryParameters.limit(query.limit());
        var found = history.comments(item(of, key, caller), query.after(), most, QueryParameters.at(query.at()));
        return page(found, last -> Cursor.encode(last.at(), last.version()));
    }

    private static <T> Page<T> page(History.Part<T> found, Function<T, String> cursor) {
        return new Page<>(
                found.shown(), found.more() ? cursor.apply(found.shown().getLast()) : null);
    }

    private UUID item(KindOfPath of, String key, Caller caller) {
        return items.find(key, caller)
                .filter(of::serves)
                .orElseThrow(() -> NotFound.unknown(key, of, null))
                .id();
    }
}
