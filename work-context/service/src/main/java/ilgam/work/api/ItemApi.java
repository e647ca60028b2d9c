package ilgam.work.api;

import java.net.URI;
import java.util.List;
import java.util.Objects;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import ilgam.starter.openapi.Refuses;
import ilgam.starter.security.Caller;
import ilgam.starter.web.ETags;
import ilgam.work.item.ItemChange;
import ilgam.work.item.ItemCommand;
import ilgam.work.language.ItemId;
import ilgam.work.list.ItemView;

import static ilgam.work.api.KindOfPath.ISSUES;
import static ilgam.work.api.KindOfPath.TASKS;
import static ilgam.work.api.KindOfPath.WORK_ITEMS;

/** Opening and changing items: tasks, issues, and work items of either kind. */
@RestController
class ItemApi {

    @Schema(name = "StatusChoice", description = "Where an item is to be moved.", example = """
            {"status": "In progress"}""")
    record StatusBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Name or id of a status.") @Nullable
            String status) {}

    @Schema(name = "ResolutionChoice", description = "How an issue ended.", example = """
            {"resolution": "Fixed"}""")
    record ResolutionBody(
            @Schema(description = "Why it ended, in the company's words; null: it has not.") @Nullable
            String resolution) {}

    private static final String KEY = "/{key}";

    private final ItemService items;
    private final Patching patching;

    ItemApi(ItemService items, Patching patching) {
        this.items = items;
        this.patching = patching;
    }

    @Operation(
            summary = "Open {item}",
            description = "For everybody who works in the project. Answers {item} with its key. What is left out stays"
                    + " empty, but for the status: it is the first one that is still to do.")
    @Refuses({
        "400 due-before-start only-issues-are-about-tasks only-issues-have-severity too-many-labels",
        "404 not-found",
        "409 archived exists-already nested-too-deep own-ancestor tied-to-itself"
    })
    @PostMapping({TASKS, ISSUES})
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ItemView> open(KindOfPath of, @RequestBody NewItem body, Caller caller) {
        var item = items.open(Objects.requireNonNull(of.kind()), body, caller);
        return ResponseEntity.created(URI.create(of.path() + "/" + item.key()))
                .eTag(ETags.of(item.version()))
                .body(item);
    }

    @Operation(
            summary = "Change {item}",
            description = "For everybody who works in the project. A JSON merge patch, applied whole or not at all;"
                    + " answers {item} as it is then. With If-Match it is refused only when a field that it touches"
                    + " has changed since.")
    @Refuses({
        "400 due-before-start only-issues-are-about-tasks only-issues-have-severity too-many-labels fixed-field",
        "404 deleted",
        "409 archived nested-too-deep own-ancestor tied-to-itself"
    })
    @PatchMapping(
            path = {TASKS + KEY, ISSUES + KEY, WORK_ITEMS + KEY},
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
    ResponseEntity<ItemView> change(
            KindOfPath of,
            @PathVariable String key,
            @RequestBody ItemPatch body,
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var item = items.findForWork(key, of.kind(), caller);
        var changes = patching.changes(body, item, items.projectOf(item, caller), caller);
        return answer(items.change(item, changes, ETags.ifMatch(ifMatch), caller));
    }

    @Operation(
            summary = "Move {item} to a status",
            description = "For everybody who works in the project. Names a status of the project's workflow; moving"
                    + " {item} to the status that it has changes nothing.")
    @Refuses({"404 deleted", "409 archived"})
    @PutMapping({TASKS + KEY + "/status", ISSUES + KEY + "/status", WORK_ITEMS + KEY + "/status"})
    ResponseEntity<ItemView> move(
            KindOfPath of,
            @PathVariable String key,
            @RequestBody StatusBody body,
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var item = items.findForWork(key, of.kind(), caller);
        var move = Patching.move(items.projectOf(item, caller), body.status());
        return answer(items.change(item, List.of(move), ETags.ifMatch(ifMatch), caller));
    }

    @Operation(
            summary = "Delete {item}",
            description = "For everybody who works in the project. It leaves lists and figures, its history stays, and"
                    + " it can be restored.")
    @Refuses({"404 deleted", "409 archived"})
    @DeleteMapping({TASKS + KEY, ISSUES + KEY, WORK_ITEMS + KEY})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            KindOfPath of,
            @PathVariable String key,
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var item = items.findForWork(key, of.kind(), caller);
        items.send(item, new ItemCommand.DeleteItem(new ItemId(item.id()), ETags.ifMatch(ifMatch)), caller);
    }

    @Operation(
            summary = "Restore {item} that was deleted",
            description = "For everybody who works in the project. It is as it was before; restoring what is not"
                    + " deleted changes nothing.")
    @Refuses("409 archived")
    @PostMapping({TASKS + KEY + "/restoration", ISSUES + KEY + "/restoration", WORK_ITEMS + KEY + "/restoration"})
    ResponseEntity<ItemView> restore(KindOfPath of, @PathVariable String key, Caller caller) {
        var item = items.find(key, of.kind(), caller);
        items.projectOf(item, caller);
        return answer(items.send(item, new ItemCommand.RestoreItem(new ItemId(item.id())), caller));
    }

    @Operation(
            summary = "Say how {item} ended",
            description = "For everybody who works in the project. The status stays as it is.")
    @Refuses({"404 deleted", "409 archived"})
    @PutMapping({ISSUES + KEY + "/resolution", WORK_ITEMS + KEY + "/resolution"})
    ResponseEntity<ItemView> resolve(
            KindOfPath of,
            @PathVariable String key,
            @RequestBody ResolutionBody body,
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var item = items.findForWork(key, of.kind(), caller);
        var resolve = List.<ItemChange>of(Patching.resolve(body.resolution()));
        return answer(items.change(item, resolve, ETags.ifMatch(ifMatch), caller));
    }

    static ResponseEntity<ItemView> answer(ItemView item) {
        return ResponseEntity.ok().eTag(ETags.of(item.version())).body(item);
    }
}
