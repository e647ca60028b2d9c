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
import ilgam.starter.messaging.AlreadyExists;
import ilgam.starter.messaging.Commands;
import ilgam.starter.messaging.Outcome;
import ilgam.starter.projection.ReadYourWrites;
import ilgam.starter.refusal.CommonReason;
import ilgam.starter.reservation.Reservation;
import ilgam.starter.security.Caller;
import ilgam.starter.web.Refused;
import ilgam.work.item.Day;
import ilgam.work.item.Description;
import ilgam.work.item.Hours;
import ilgam.work.item.ItemChange;
import ilgam.work.item.ItemCommand;
import ilgam.work.item.ItemCommand.ChangeItem;
import ilgam.work.item.ItemCommand.OpenItem;
import ilgam.work.item.ItemNumbers;
import ilgam.work.item.ItemRefused;
import ilgam.work.item.ItemRelations;
import ilgam.work.item.Opening;
import ilgam.work.item.Title;
import ilgam.work.language.ItemId;
import ilgam.work.language.Kind;
import ilgam.work.language.LinkType;
import ilgam.work.language.Priority;
import ilgam.work.language.ProjectId;
import ilgam.work.list.ItemView;
import ilgam.work.list.Items;
import ilgam.work.projects.ProjectView;

/** Takes requests about items: finds the item, sends the command, and answers what everybody sees then. */
@Component
class ItemService {

    private final Commands commands;
    private final ReadYourWrites readYourWrites;
    private final Items items;
    private final ProjectService projects;
    private final ItemNumbers numbers;
    private final ItemRelations ties;
    private final ReferenceResolver references;

    ItemService(
            Commands commands,
            ReadYourWrites readYourWrites,
            Items items,
            ProjectService projects,
            ItemNumbers numbers,
            ItemRelations ties,
            ReferenceResolver references) {
        this.commands = commands;
        this.readYourWrites = readYourWrites;
        this.items = items;
        this.projects = projects;
        this.numbers = numbers;
        this.ties = ties;
        this.references = references;
    }

    ItemView open(Kind kind, NewItem body, Caller caller) {
        var project = projects.findForWork(body.project(), caller);
        var id = new ItemId(Ids.forCreate("item"));
        var opening = opening(kind, body, project, caller);
        var parent = opening.parent();
        var reserved = parent == null
                ? List.<Reservation>of()
                : tie(() -> ties.parent(id, parent), caller).stream().toList();
        var number = numbers.next(opening.project(), id);
        sendAndShow(new OpenItem(id, number, opening), reserved, caller);
        return show(id);
    }

    private Opening opening(Kind kind, NewItem body, ProjectView project, Caller caller) {
        return new Opening(
                new ProjectId(project.id()),
                null,
                kind,
                FieldValidation.at("/title", () -> Title.of(body.title())),
                FieldValidation.at("/description", () -> Description.of(body.description())),
                body.status() == null
                        ? ReferenceResolver.firstStatus(project)
                        : ReferenceResolver.status(project, body.status()),
                new MemberId(caller.member()),
                references.assignee(project, body.assignee(), caller),
                body.priority() == null ? Priority.NONE : body.priority(),
                body.severity(),
                null,
                FieldValidation.at("/startOn", () -> Day.of(body.startOn())),
                FieldValidation.at("/dueOn", () -> Day.of(body.dueOn())),
                FieldValidation.at("/estimateHours", () -> Hours.of(body.estimateHours())),
                ReferenceResolver.labels(body.labels()),
                references.parent(body.parent(), null, caller),
                null,
                references.task(body.task(), null, caller));
    }

    /** Sends a change of an item's own, and answers the item as it is then. */
    ItemView change(ItemView item, List<ItemChange> changes, @Nullable Long ifVersion, Caller caller) {
        var id = new ItemId(item.id());
        return send(item, new ChangeItem(id, changes, ifVersion), reserve(id, changes, caller), caller);
    }

    /** Sends a command that ties nothing. */
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
                when to != null -> tie(() -> ties.parent(item, to), caller).ifPresent(reserved::add);
                case ItemChange.Link(var type, var other) ->
                    tie(() -> ties.link(type, item, other), caller).ifPresent(reserved::add);
                default -> {}
            }
        return reserved;
    }

    /** Who is refused for a circle is told its keys. */
    private Optional<Reservation> tie(Supplier<Optional<Reservation>> tie, Caller caller) {
        try {
            return tie.get();
        } catch (ItemRefused refused) {
            throw refused.naming(circle -> items.keys(circle, caller));
        }
    }

    private void sendAndShow(ItemCommand command, List<Reservation> reserved, Caller caller) {
        long version = Outcome.orGiveBack(
                () -> sendTwiceIfNeedBe(command, caller), () -> reserved.forEach(Reservation::release));
        readYourWrites.await(
                "items", command.item(), () -> items.shownVersion(command.item().value()) >= version);
    }

    /** Two creates of the same id at the same time: the second then meets the first. */
    private long sendTwiceIfNeedBe(ItemCommand command, Caller caller) {
        try {
            return commands.<Long>send(command, caller);
        } catch (AlreadyExists meanwhile) {
            return commands.<Long>send(command, caller);
        }
    }

    private ItemView show(ItemId id) {
        return items.find(id.value()).orElseThrow();
    }

    /** The item of that key for a change of it; the kind is given where only one kind is served. */
    ItemView findForWork(String key, @Nullable Kind kind, Caller caller) {
        var item = find(key, kind, caller);
        if (item.deleted())
            throw new Refused(
                    HttpStatus.NOT_FOUND,
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

    /** The item that carries a link between the two: where both ends read alike, it may be either. */
    ItemView carrier(LinkType type, ItemView item, ItemView other) {
        if (type != LinkType.RELATES_TO) return item;
        return ties.carrier(type, new ItemId(item.id()), new ItemId(other.id()))
                .filter(carrier -> carrier.value().equals(other.id()))
                .map(_ -> other)
                .orElse(item);
    }
}
