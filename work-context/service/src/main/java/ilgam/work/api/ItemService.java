package ilgam.work.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberId;
import ilgam.starter.ids.Ids;
import ilgam.starter.projection.ConsistentCommands;
import ilgam.starter.projection.ConsistentCommands.Shown;
import ilgam.starter.refusal.CommonReason;
import ilgam.starter.reservation.Reservation;
import ilgam.starter.security.Caller;
import ilgam.starter.web.Refused;
import ilgam.work.item.ItemChange;
import ilgam.work.item.ItemCommand;
import ilgam.work.item.ItemCommand.ChangeItem;
import ilgam.work.item.ItemCommand.OpenItem;
import ilgam.work.item.ItemNumbers;
import ilgam.work.item.ItemRefused;
import ilgam.work.item.ItemRelations;
import ilgam.work.item.Opening;
import ilgam.work.language.ItemId;
import ilgam.work.language.Kind;
import ilgam.work.language.LinkType;
import ilgam.work.language.ProjectId;
import ilgam.work.list.ItemView;
import ilgam.work.list.Items;
import ilgam.work.projects.ProjectView;

/** Application service for items: finds the item, sends the command, and answers from the projection. */
@Component
class ItemService {

    private final ConsistentCommands commands;
    private final Items items;
    private final ProjectService projects;
    private final ItemNumbers numbers;
    private final ItemRelations relations;
    private final Patching patching;

    ItemService(
            ConsistentCommands commands,
            Items items,
            ProjectService projects,
            ItemNumbers numbers,
            ItemRelations relations,
            Patching patching) {
        this.commands = commands;
        this.items = items;
        this.projects = projects;
        this.numbers = numbers;
        this.relations = relations;
        this.patching = patching;
    }

    ItemView open(Kind kind, NewItem body, Caller caller) {
        var project = projects.findForWork(body.project(), caller);
        var id = new ItemId(Ids.forCreate("item"));
        var fields = patching.fields(body, project, caller);
        var opening = new Opening(new ProjectId(project.id()), null, kind, new MemberId(caller.member()), null, fields);
        var reserved = reserve(id, fields, caller);
        var number = numbers.next(opening.project(), id);
        sendAndShow(new OpenItem(id, number, opening), reserved, caller);
        return show(id);
    }

    /** Sends changes of the item's own fields, and returns the item afterwards. */
    ItemView change(ItemView item, List<ItemChange> changes, @Nullable Long ifVersion, Caller caller) {
        var id = new ItemId(item.id());
        return send(item, new ChangeItem(id, changes, ifVersion), reserve(id, changes, caller), caller);
    }

    /** Sends a command that needs no reservation of a relation. */
    ItemView send(ItemView item, ItemCommand command, Caller caller) {
        return send(item, command, List.of(), caller);
    }

    private ItemView send(ItemView item, ItemCommand command, List<Reservation> reserved, Caller caller) {
        sendAndShow(command, reserved, caller);
        return show(new ItemId(item.id()));
    }

    private List<Reservation> reserve(ItemId item, List<ItemChange> changes, Caller caller) {
        var reserved = new ArrayList<Reservation>();
        for (var change : changes)
            switch (change) {
                case ItemChange.Reparent(var to)
                when to != null ->
                    reserve(() -> relations.parent(item, to), caller).ifPresent(reserved::add);
                case ItemChange.Link(var type, var other) ->
                    reserve(() -> relations.link(type, item, other), caller).ifPresent(reserved::add);
                default -> {}
            }
        return reserved;
    }

    /** Reserves the relation. The refusal of a cycle names the keys of its items. */
    private Optional<Reservation> reserve(Supplier<Optional<Reservation>> relation, Caller caller) {
        try {
            return relation.get();
        } catch (ItemRefused refused) {
            throw refused.naming(circle -> items.keys(circle, caller));
        }
    }

    private void sendAndShow(ItemCommand command, List<Reservation> reserved, Caller caller) {
        var item = command.item();
        commands.sendAndAwait(
                command,
                caller,
                new Shown("items", item, version -> items.shownVersion(item.value()) >= version),
                () -> reserved.forEach(Reservation::release));
    }

    private ItemView show(ItemId id) {
        return items.find(id.value()).orElseThrow();
    }

    /** The item with that key, for a change of it; of the given kind unless null. */
    ItemView findForWork(String key, @Nullable Kind kind, Caller caller) {
        var item = find(key, kind, caller);
        if (item.deleted())
            throw new Refused(
                    ItemRefused.Reason.DELETED,
                    "{key} was deleted. Restore it to change it.",
                    Map.of("key", item.key()));
        projects.findForWork(item.project(), caller);
        return item;
    }

    ItemView find(String key, @Nullable Kind kind, Caller caller) {
        return items.find(key, caller)
                .filter(item -> kind == null || item.kind().equals(kind.name().toLowerCase(Locale.ROOT)))
                .orElseThrow(() -> new Refused(
                        HttpStatus.NOT_FOUND,
                        CommonReason.NOT_FOUND,
                        "There is no such item, or it is not open to you."));
    }

    ProjectView projectOf(ItemView item, Caller caller) {
        return projects.findForWork(item.project(), caller);
    }

    /** The item that has the link between the two; for a symmetric link it may be either. */
    ItemView carrier(LinkType type, ItemView item, ItemView other) {
        if (type != LinkType.RELATES_TO) return item;
        return relations
                .carrier(type, new ItemId(item.id()), new ItemId(other.id()))
                .filter(carrier -> carrier.value().equals(other.id()))
                .map(_ -> other)
                .orElse(item);
    }
}
