package ilgam.work.imports.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import ilgam.work.imports.line.SourceLine;
import ilgam.work.imports.line.SourceValue;
import ilgam.work.imports.line.Tidy;
import ilgam.work.imports.results.PersonalValue;
import ilgam.work.imports.source.ImportSettings;
import ilgam.work.imports.source.Note;
import ilgam.work.imports.source.SourceEvent;
import ilgam.work.imports.source.SourceItem;
import ilgam.work.item.ImportedEvent;
import ilgam.work.item.ItemCommand.ImportItem;
import ilgam.work.item.Opening;
import ilgam.work.item.Provenance;
import ilgam.work.language.CommentId;
import ilgam.work.language.ItemEvent;
import ilgam.work.language.ItemEvent.Commented;
import ilgam.work.language.ItemEvent.ForeignFieldNoted;
import ilgam.work.language.ItemEvent.ItemAssigned;
import ilgam.work.language.ItemEvent.ItemLinked;
import ilgam.work.language.ItemEvent.ItemMoved;
import ilgam.work.language.ItemEvent.ItemPrioritised;
import ilgam.work.language.ItemEvent.ItemResolved;
import ilgam.work.language.ItemEvent.ItemSeverityRated;
import ilgam.work.language.ItemEvent.ItemSized;
import ilgam.work.language.ItemId;
import ilgam.work.language.LinkType;
import ilgam.work.language.ProjectId;
import ilgam.work.words.Personal;

/**
 * Translates the history of one source item into our events.
 *
 * <p>The original of a tidied value is kept in the history, beside what it became.
 */
public final class ItemHistory {

    private final ImportLookups lookups;
    private final ItemId id;
    private final SourceItem item;
    private final Instant createdAt;
    private final Iterable<SourceEvent> events;
    private final ForeignFields foreign;
    private final Digests digests = new Digests();
    private final Originals originals;
    private final ImportedOpening opening;

    /**
     * @param createdAt of an item without a creation time of its own
     * @param events iterated several times
     */
    public ItemHistory(
            ImportLookups lookups,
            ImportSettings settings,
            ItemId id,
            SourceItem item,
            Instant createdAt,
            Iterable<SourceEvent> events,
            Consumer<PersonalValue> hidden) {
        this.lookups = lookups;
        this.id = id;
        this.item = item;
        this.createdAt = item.createdAt() == null ? createdAt : item.createdAt();
        this.events = events;
        this.foreign = new ForeignFields(id, hidden);
        this.originals = new Originals(lookups, foreign, digests);
        this.opening =
                new ImportedOpening(lookups, settings, item, this.createdAt, events, digests.of("opened", item.id()));
    }

    /** The note about the item's own status; null for none. */
    public @Nullable Note statusNote() {
        return opening.statusNote();
    }

    /** Who opened the item, and when. */
    public Provenance opened() {
        return opening.provenance();
    }

    /** What the item was at its creation. */
    public Opening opening(ProjectId project, @Nullable String sourceKey, boolean hasParent) {
        return opening.of(project, sourceKey, hasParent);
    }

    /** The whole history in one command. */
    ImportItem command(ProjectId project, long number, @Nullable String sourceKey, boolean hasParent) {
        var history = new ArrayList<ImportedEvent>();
        emit(history::add);
        return new ImportItem(id, number, opening.of(project, sourceKey, hasParent), opening.provenance(), history);
    }

    /** Passes on everything after the opening, in order. */
    public void emit(Consumer<ImportedEvent> history) {
        leftOver(history);
        originals.keep(history, item, createdAt);
        for (var link : item.links()) {
            var digest = digests.of("link", link.type(), link.to());
            history.accept(new ImportedEvent(new Provenance(createdAt, null, digest), link(link, digest)));
        }
        for (var event : events) if (!event.is("created")) emit(history, event);
    }

    private void leftOver(Consumer<ImportedEvent> history) {
        if (item.leftOver().isEmpty()) return;
        var digest = digests.of("left over", item.id());
        var shown = new LinkedHashMap<String, SourceValue>();
        item.leftOver()
                .forEach((name, value) -> shown.put(nameWithoutMails(name), withoutPersons(name, value, digest)));
        var json = SourceLine.json(shown);
        foreign.keep(history, new Provenance(createdAt, null, digest), Personal.LEFT_OVER, null, json);
    }

    private static String nameWithoutMails(String name) {
        return Personal.withoutMails(name, _ -> {});
    }

    private SourceValue withoutPersons(String name, SourceValue value, long digest) {
        if (value.form() == SourceValue.Form.LITERAL) return value;
        var shown = String.valueOf(foreign.shown(name, value.text(), digest, 0));
        return shown.equals(Personal.HIDDEN)
                ? new SourceValue(SourceValue.Form.TEXT, shown)
                : new SourceValue(value.form(), shown);
    }

    private ItemEvent link(SourceItem.Link link, long digest) {
        var other = lookups.item(link.to());
        var type = switch (link.type()) {
            case "relates to" -> LinkType.RELATES_TO;
            case "duplicates" -> LinkType.DUPLICATES;
            default -> null;
        };
        return other == null || type == null || other.equals(id)
                ? new ForeignFieldNoted(
                        id,
                        "link",
                        null,
                        foreign.shown(
                                "link",
                                Tidy.cut(link.type() + " " + link.to(), ForeignFields.LONGEST_PIECE),
                                digest,
                                0))
                : new ItemLinked(id, type, other);
    }

    private void emit(Consumer<ImportedEvent> history, SourceEvent event) {
        var digest = digests.of(event.saidAt(), event.actor(), event.field(), event.from(), event.to());
        var from = new Provenance(event.at(), lookups.member(event.actor()), digest);
        var translated = translated(event, digest);
        if (translated != null) history.accept(new ImportedEvent(from, translated));
        else foreign.keep(history, from, event);
        originals.keep(history, event, from, translated != null);
    }

    /** Our event for a source event; null when there is none. */
    private @Nullable ItemEvent translated(SourceEvent event, long digest) {
        return switch (event.field()) {
            case "status" -> {
                var to = lookups.status(event.after());
                yield to == null ? null : new ItemMoved(id, lookups.status(event.before()), to);
            }
            case "assignee" -> new ItemAssigned(id, lookups.member(event.before()), lookups.member(event.after()));
            case "priority" ->
                new ItemPrioritised(
                        id, ImportedOpening.priority(event.before()), ImportedOpening.priority(event.after()));
            case "severity" ->
                new ItemSeverityRated(
                        id, ImportedOpening.severity(event.before()), ImportedOpening.severity(event.after()));
            case "points" ->
                new ItemSized(id, ImportedOpening.points(event.before()), ImportedOpening.points(event.after()));
            case "resolution" -> new ItemResolved(id, event.before(), event.after());
            case "comment" -> event.after() == null ? null : new Commented(id, comment(digest), event.after());
            default -> null;
        };
    }

    /** The id of a comment, the same at every import. */
    private CommentId comment(long digest) {
        return new CommentId(
                new UUID(id.value().getMostSignificantBits() ^ id.value().getLeastSignificantBits(), digest));
    }
}
