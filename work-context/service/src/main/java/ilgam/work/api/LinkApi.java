package ilgam.work.api;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

import ilgam.starter.openapi.Refuses;
import ilgam.starter.refusal.CommonReason;
import ilgam.starter.security.Caller;
import ilgam.starter.web.MakesNew;
import ilgam.starter.web.Refused;
import ilgam.work.item.ItemChange;
import ilgam.work.language.ItemId;
import ilgam.work.language.LinkType;
import ilgam.work.list.ItemView;

import static ilgam.work.api.KindOfPath.ISSUES;
import static ilgam.work.api.KindOfPath.TASKS;
import static ilgam.work.api.KindOfPath.WORK_ITEMS;

/** Links between items. "Blocked by" is stored as a link of the other item. */
@RestController
class LinkApi {

    private static final String LINK = "/{key}/links/{type}/{other}";

    /** The item that has a link, and the item it leads to. */
    private record Link(ItemView from, LinkType type, ItemView to) {}

    private final ItemService items;

    LinkApi(ItemService items) {
        this.items = items;
    }

    @Operation(
            summary = "Link {item} to another item",
            description = "For everybody who works in both projects. Linking what is linked changes nothing. An item"
                    + " does not block itself, by however many others.")
    @Refuses({"404 deleted", "409 archived blocks-in-a-circle tied-to-itself too-many-links"})
    @PutMapping({TASKS + LINK, ISSUES + LINK, WORK_ITEMS + LINK})
    @MakesNew
    ResponseEntity<ItemView> link(
            KindOfPath of,
            @PathVariable String key,
            @Parameter(
                            description = "How the item is tied to the other one.",
                            schema = @Schema(allowableValues = {"blocks", "blocked-by", "relates-to", "duplicates"}))
                    @PathVariable
                    String type,
            @Parameter(description = "The key or id of the other item.") @PathVariable String other,
            Caller caller) {
        var item = items.findForWork(key, of.kind(), caller);
        var link = meant(item, type, items.findForWork(other, null, caller));
        var id = new ItemId(link.to().id());
        items.change(link.from(), List.of(new ItemChange.Link(link.type(), id)), null, caller);
        return ItemApi.answer(items.find(key, of.kind(), caller));
    }

    @Operation(
            summary = "Take a link of {item} away",
            description = "For everybody who works in both projects. Taking away what is not there changes nothing.")
    @Refuses({"404 deleted", "409 archived tied-to-itself"})
    @DeleteMapping({TASKS + LINK, ISSUES + LINK, WORK_ITEMS + LINK})
    ResponseEntity<ItemView> unlink(
            KindOfPath of,
            @PathVariable String key,
            @Parameter(
                            description = "How the item is tied to the other one.",
                            schema = @Schema(allowableValues = {"blocks", "blocked-by", "relates-to", "duplicates"}))
                    @PathVariable
                    String type,
            @Parameter(description = "The key or id of the other item.") @PathVariable String other,
            Caller caller) {
        var item = items.findForWork(key, of.kind(), caller);
        var end = items.find(other, null, caller);
        items.projectOf(end, caller);
        var link = meant(item, type, end);
        var id = new ItemId(link.to().id());
        items.change(link.from(), List.of(new ItemChange.Unlink(link.type(), id)), null, caller);
        return ItemApi.answer(items.find(key, of.kind(), caller));
    }

    private Link meant(ItemView item, String type, ItemView other) {
        return switch (type) {
            case "blocks" -> new Link(item, LinkType.BLOCKS, other);
            case "blocked-by" -> new Link(other, LinkType.BLOCKS, item);
            case "duplicates" -> new Link(item, LinkType.DUPLICATES, other);
            case "relates-to" -> {
                var from = items.carrier(LinkType.RELATES_TO, item, other);
                yield new Link(from, LinkType.RELATES_TO, from.equals(item) ? other : item);
            }
            default ->
                throw new Refused(
                        HttpStatus.NOT_FOUND,
                        CommonReason.NOT_FOUND,
                        "Items are linked by blocks, blocked-by, relates-to or duplicates.");
        };
    }
}
