package ilgam.work.api;

import java.util.Set;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import ilgam.starter.security.Caller;
import ilgam.starter.web.Cursor;
import ilgam.starter.web.Page;
import ilgam.work.history.CommentView;
import ilgam.work.history.Entry;
import ilgam.work.history.History;
import ilgam.work.list.Items;

/** Reading what happened to an item, deleted or not, and what was said about it. */
@RestController
@Tag(name = "History")
class HistoryReads {

    private static final Set<String> PARAMETERS = Set.of("at", "cursor", "limit");

    private final Items items;
    private final History history;

    HistoryReads(Items items, History history) {
        this.items = items;
        this.history = history;
    }

    @GetMapping({"/api/tasks/{key}/history", "/api/issues/{key}/history", "/api/work-items/{key}/history"})
    @Operation(summary = "Everything that happened to an item, oldest first")
    Page<Entry> history(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit,
            Caller caller,
            HttpServletRequest request) {
        Questions.only(request, PARAMETERS);
        var most = Questions.limit(limit);
        var found = history.entries(item(key, caller, request), caller, after(cursor), most + 1, Questions.at(at));
        var shown = found.subList(0, Math.min(most, found.size()));
        return new Page<>(
                shown,
                found.size() > most
                        ? Cursor.encode(shown.getLast().at(), shown.getLast().version())
                        : null);
    }

    @GetMapping({"/api/tasks/{key}/comments", "/api/issues/{key}/comments", "/api/work-items/{key}/comments"})
    @Operation(summary = "What was said about an item, oldest first")
    Page<CommentView> comments(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit,
            Caller caller,
            HttpServletRequest request) {
        Questions.only(request, PARAMETERS);
        var most = Questions.limit(limit);
        var found = history.comments(item(key, caller, request), after(cursor), most + 1, Questions.at(at));
        var shown = found.subList(0, Math.min(most, found.size()));
        return new Page<>(
                shown,
                found.size() > most
                        ? Cursor.encode(shown.getLast().at(), shown.getLast().version())
                        : null);
    }

    private UUID item(String key, Caller caller, HttpServletRequest request) {
        var kind = Named.kindOf(request.getRequestURI());
        return items.find(key, caller)
                .filter(item -> kind == null || item.kind().equals(Named.of(kind)))
                .orElseThrow(() -> Named.unknown(key, kind, null))
                .id();
    }

    private static History.Place after(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) return History.Place.START;
        var values = Cursor.decode(cursor, 2);
        try {
            var at = Questions.at(values.getFirst());
            if (at == null) throw Cursor.malformed();
            return new History.Place(at, Long.parseLong(String.valueOf(values.getLast())));
        } catch (NumberFormatException notOurs) {
            throw Cursor.malformed();
        }
    }
}
