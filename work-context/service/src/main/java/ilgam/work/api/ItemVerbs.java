package ilgam.work.api;

import java.util.List;

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

import ilgam.starter.security.Caller;
import ilgam.starter.web.ETags;
import ilgam.work.item.ItemChange;
import ilgam.work.item.ItemCommand;
import ilgam.work.language.ItemId;
import ilgam.work.language.Kind;
import ilgam.work.list.ItemView;

/** What can be done to an item, the same to tasks, issues, and work items of either kind. */
abstract class ItemVerbs {

    @Schema(name = "StatusChoice")
    record StatusBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Name or id of a status.") @Nullable
            String status) {}

    final ItemService items;
    private final Patching patching;
    private final @Nullable Kind kind;

    /** @param kind the only kind that is served; null: either */
    ItemVerbs(ItemService items, Patching patching, @Nullable Kind kind) {
        this.items = items;
        this.patching = patching;
        this.kind = kind;
    }

    @PatchMapping(
            path = "/{key}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
    ResponseEntity<ItemView> change(
            @PathVariable String key,
            @RequestBody ItemPatch body,
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var item = items.findForWork(key, kind, caller);
        var changes = patching.changes(body, item, items.projectOf(item, caller), caller);
        return answer(items.change(item, changes, ETags.ifMatch(ifMatch), caller));
    }

    @PutMapping("/{key}/status")
    ResponseEntity<ItemView> move(
            @PathVariable String key,
            @RequestBody StatusBody body,
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var item = items.findForWork(key, kind, caller);
        var move = Patching.move(items.projectOf(item, caller), body.status());
        return answer(items.change(item, List.of(move), ETags.ifMatch(ifMatch), caller));
    }

    @DeleteMapping("/{key}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable String key,
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var item = items.findForWork(key, kind, caller);
        items.send(item, new ItemCommand.DeleteItem(new ItemId(item.id()), ETags.ifMatch(ifMatch)), caller);
    }

    @PostMapping("/{key}/restoration")
    ResponseEntity<ItemView> restore(@PathVariable String key, Caller caller) {
        var item = items.find(key, kind, caller);
        items.projectOf(item, caller);
        return answer(items.send(item, new ItemCommand.RestoreItem(new ItemId(item.id())), caller));
    }

    ResponseEntity<ItemView> resolve(String key, @Nullable String resolution, Caller caller, @Nullable String ifMatch) {
        var item = items.findForWork(key, kind, caller);
        var resolve = List.<ItemChange>of(Patching.resolve(resolution));
        return answer(items.change(item, resolve, ETags.ifMatch(ifMatch), caller));
    }

    static ResponseEntity<ItemView> answer(ItemView item) {
        return ResponseEntity.ok().eTag(ETags.of(item.version())).body(item);
    }
}
