package ilgam.work.imports;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberId;
import ilgam.work.item.Description;
import ilgam.work.item.ImportedEvent;
import ilgam.work.item.ItemCommand.ImportItem;
import ilgam.work.item.LabelName;
import ilgam.work.item.Opening;
import ilgam.work.item.Provenance;
import ilgam.work.item.Resolution;
import ilgam.work.item.Title;
import ilgam.work.language.CommentId;
import ilgam.work.language.ItemEvent;
import ilgam.work.language.ItemEvent.Commented;
import ilgam.work.language.ItemEvent.ForeignFieldNoted;
import ilgam.work.language.ItemEvent.ItemAssigned;
import ilgam.work.language.ItemEvent.ItemLinked;
import ilgam.work.language.ItemEvent.ItemMoved;
import ilgam.work.language.ItemEvent.ItemPrioritised;
import ilgam.work.language.ItemEvent.ItemResolved;
import ilgam.work.language.ItemId;
import ilgam.work.language.LinkType;
import ilgam.work.language.ProjectId;

/**
 * Tells the history of one source item in our own events.
 *
 * <p>A value that has events of its own starts as the first of them says it was; one that has none was what it
 * is at last from the start. An item has no status before its first status event.
 */
final class ItemHistory {

    /** What the translation needs to know besides the item. */
    interface World {
        @Nullable
        MemberId member(@Nullable String name);

        @Nullable
        ItemId item(@Nullable String sourceId);

        @Nullable
        String status(@Nullable String name);
    }

    private final World world;
    private final ItemId id;
    private final SourceItem item;
    private final List<SourceEvent> events;
    private final Digests digests = new Digests();

    ItemHistory(World world, ItemId id, SourceItem item, List<SourceEvent> events) {
        this.world = world;
        this.id = id;
        this.item = item;
        this.events = events;
    }

    /** @param sourceKey what the source calls the item, where that does not lead to the number anyway */
    ImportItem told(ProjectId project, long number, @Nullable String sourceKey) {
        var created = events.stream().filter(event -> event.is("created")).findFirst();
        var opener = created.map(SourceEvent::actor).orElse(item.reporter());
        return new ImportItem(
                id,
                opening(project, number, sourceKey),
                new Provenance(item.createdAt(), world.member(opener), digests.of("opened", item.id())),
                history());
    }

    private Opening opening(ProjectId project, long number, @Nullable String sourceKey) {
        var parent = world.item(item.parent());
        return new Opening(
                project,
                number,
                sourceKey,
                item.kind(),
                Title.of(item.title()),
                Description.of(item.description()),
                null,
                world.member(item.reporter()),
                world.member(first("assignee", item.assignee())),
                SourceItem.priority(first("priority", item.priorityWord())),
                null,
                Resolution.of(first("resolution", item.resolution())),
                null,
                null,
                null,
                new LinkedHashSet<>(item.labels().stream().map(LabelName::of).toList()),
                parent,
                parent == null ? item.parent() : null,
                null);
    }

    /** What a field was before its first event. */
    private @Nullable String first(String field, @Nullable String last) {
        for (var event : events) if (event.is(field)) return event.from();
        return last;
    }

    private List<ImportedEvent> history() {
        var history = new ArrayList<ImportedEvent>();
        if (!item.leftOver().isEmpty())
            history.add(new ImportedEvent(
                    new Provenance(item.createdAt(), null, digests.of("left over", item.id())),
                    new ForeignFieldNoted(id, "source", null, SourceLine.json(item.leftOver()))));
        for (var link : item.links()) history.add(new ImportedEvent(linked(link), link(link)));
        for (var event : events) if (!event.is("created")) history.add(imported(event));
        return history;
    }

    private Provenance linked(SourceItem.Link link) {
        return new Provenance(item.createdAt(), null, digests.of("link", link.type(), link.to()));
    }

    private ItemEvent link(SourceItem.Link link) {
        var other = world.item(link.to());
        var type = switch (link.type()) {
            case "relates to" -> LinkType.RELATES_TO;
            case "duplicates" -> LinkType.DUPLICATES;
            default -> null;
        };
        return other == null || type == null || other.equals(id)
                ? new ForeignFieldNoted(id, "link", null, link.type() + " " + link.to())
                : new ItemLinked(id, type, other);
    }

    private ImportedEvent imported(SourceEvent event) {
        var digest = digests.of(event.at(), event.actor(), event.field(), event.from(), event.to());
        return new ImportedEvent(
                new Provenance(event.at(), world.member(event.actor()), digest), translated(event, digest));
    }

    private ItemEvent translated(SourceEvent event, long digest) {
        return switch (event.field()) {
            case "status" ->
                new ItemMoved(id, world.status(event.from()), Objects.requireNonNull(world.status(event.to())));
            case "assignee" -> new ItemAssigned(id, world.member(event.from()), world.member(event.to()));
            case "priority" ->
                new ItemPrioritised(id, SourceItem.priority(event.from()), SourceItem.priority(event.to()));
            case "resolution" -> new ItemResolved(id, event.from(), event.to());
            case "comment" -> event.to() == null ? foreign(event) : new Commented(id, comment(digest), event.to());
            default -> foreign(event);
        };
    }

    private ForeignFieldNoted foreign(SourceEvent event) {
        return new ForeignFieldNoted(id, event.field(), event.from(), event.to());
    }

    /** The same comment at every import. */
    private CommentId comment(long digest) {
        return new CommentId(
                new UUID(id.value().getMostSignificantBits() ^ id.value().getLeastSignificantBits(), digest));
    }

    /** Names and ids that a chunk of items needs, looked up at once. */
    record Known(Map<String, UUID> members, Map<String, UUID> items, Map<String, String> statuses) implements World {

        @Override
        public @Nullable MemberId member(@Nullable String name) {
            var member = name == null ? null : members.get(name);
            return member == null ? null : new MemberId(member);
        }

        @Override
        public @Nullable ItemId item(@Nullable String sourceId) {
            var item = sourceId == null ? null : items.get(sourceId);
            return item == null ? null : new ItemId(item);
        }

        @Override
        public @Nullable String status(@Nullable String name) {
            return name == null ? null : statuses.get(name);
        }
    }
}
