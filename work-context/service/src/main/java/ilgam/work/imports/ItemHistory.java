package ilgam.work.imports;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberId;
import ilgam.work.imports.Note.Reason;
import ilgam.work.item.Description;
import ilgam.work.item.ImportedEvent;
import ilgam.work.item.ItemChange;
import ilgam.work.item.ItemCommand.ImportItem;
import ilgam.work.item.LabelName;
import ilgam.work.item.Opening;
import ilgam.work.item.Points;
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
import ilgam.work.language.ItemEvent.ItemSeverityRated;
import ilgam.work.language.ItemEvent.ItemSized;
import ilgam.work.language.ItemId;
import ilgam.work.language.LinkType;
import ilgam.work.language.Priority;
import ilgam.work.language.ProjectId;
import ilgam.work.language.Severity;
import ilgam.work.words.Personal;

/**
 * Translates the history of one source item into our events.
 *
 * <p>The initial value of a field with events is the {@code from} of the first one; a field without events has its
 * final value from the start. An item has no status before its first status event; without any it has its own.
 *
 * <p>The original of a tidied value is kept in the history, beside what it became.
 */
final class ItemHistory {

    /** What the translation looks up outside the item. */
    interface World {
        @Nullable
        MemberId member(@Nullable String name);

        @Nullable
        ItemId item(@Nullable String sourceId);

        @Nullable
        String status(@Nullable String name);
    }

    /**
     * A personal value, which must not be in an event.
     *
     * @param digest identifies it among others of the item
     * @param eventLine of the event that it comes from; 0 for the item itself
     * @param isNoted whether the import has a note about it already
     */
    record Private(long digest, String field, String value, long eventLine, boolean isNoted) {}

    /** Longer values are split into several events, as one event has to stay small. */
    private static final int LONGEST_PIECE = 16_000;

    /** Fields whose originals are kept in the left-over fields anyway. */
    private static final Set<String> IN_LEFT_OVER = Set.of("kind", "status");

    private final World world;
    private final ImportSettings settings;
    private final ItemId id;
    private final SourceItem item;
    private final Instant createdAt;
    private final Iterable<SourceEvent> events;
    private final Consumer<Private> hidden;
    private final Digests digests = new Digests();
    private final Map<String, @Nullable String> first = new HashMap<>();
    private @Nullable SourceEvent created;
    private @Nullable SourceEvent lastMove;
    private boolean hasEvents;

    /**
     * @param createdAt of an item without a creation time of its own
     * @param events iterated several times
     */
    ItemHistory(
            World world,
            ImportSettings settings,
            ItemId id,
            SourceItem item,
            Instant createdAt,
            Iterable<SourceEvent> events,
            Consumer<Private> hidden) {
        this.world = world;
        this.settings = settings;
        this.id = id;
        this.item = item;
        this.createdAt = item.createdAt() == null ? createdAt : item.createdAt();
        this.events = events;
        this.hidden = hidden;
        for (var event : events) look(event);
    }

    private void look(SourceEvent event) {
        hasEvents = true;
        if (created == null && event.is("created")) created = event;
        if (event.is("status")
                && world.status(event.after()) != null
                && (lastMove == null || !event.at().isBefore(lastMove.at()))) lastMove = event;
        if (!first.containsKey(event.field()))
            switch (event.field()) {
                case "assignee", "priority", "severity", "points", "resolution" ->
                    first.put(event.field(), event.before());
                default -> {}
            }
    }

    /** The whole history in one command. */
    ImportItem command(ProjectId project, long number, @Nullable String sourceKey, boolean hasParent) {
        var opening = opening(project, sourceKey, hasParent);
        var opened = opened();
        var history = new ArrayList<ImportedEvent>();
        emit(history::add);
        return new ImportItem(id, number, opening, opened, history);
    }

    Provenance opened() {
        var opener = created == null ? item.reporter() : created.actor();
        return new Provenance(createdAt, world.member(opener), digests.of("opened", item.id()));
    }

    Opening opening(ProjectId project, @Nullable String sourceKey, boolean hasParent) {
        var parent = hasParent ? world.item(item.parent()) : null;
        return new Opening(
                project,
                sourceKey,
                item.kind(),
                world.member(item.reporter()),
                parent == null ? item.parent() : null,
                fields(parent));
    }

    private List<ItemChange> fields(@Nullable ItemId parent) {
        var fields = new ArrayList<ItemChange>(List.of(
                new ItemChange.Rename(Title.of(item.title())),
                new ItemChange.Describe(Description.of(item.description())),
                new ItemChange.Assign(world.member(first("assignee", item.assignee()))),
                new ItemChange.Prioritise(priority(first("priority", item.priorityWord()))),
                new ItemChange.RateSeverity(severity(first(
                        "severity",
                        item.severity() == null ? null : item.severity().name()))),
                new ItemChange.Size(Points.of(points(first(
                        "points", item.points() == null ? null : item.points().toPlainString())))),
                new ItemChange.Resolve(Resolution.of(first("resolution", item.resolution()))),
                new ItemChange.Relabel(new LinkedHashSet<>(
                        item.labels().stream().map(LabelName::of).toList())),
                new ItemChange.Reparent(parent)));
        var status = status();
        if (status != null) fields.add(new ItemChange.Move(status, Set.of()));
        return fields;
    }

    /**
     * The item's own status if no event changes it; null if the file claims to have all moves and the item has other
     * events.
     */
    private @Nullable String status() {
        return lastMove != null || (settings.tellsMoves() && hasEvents) ? null : world.status(item.status());
    }

    /** Keeps the item's own status as a foreign field when the moves decide. */
    @Nullable
    Note statusNote() {
        var own = item.status();
        if (own == null) return null;
        var known = world.status(own);
        if (lastMove != null)
            return Objects.equals(known, world.status(lastMove.after()))
                    ? null
                    : Note.of("status", own, lastMove.after(), Reason.STATUS_DIFFERS);
        if (known == null) return Note.of("status", own, null, Reason.UNKNOWN_STATUS);
        return status() == null
                ? Note.of("status", own, null, Reason.STATUS_WITHOUT_HISTORY)
                : Note.of("status", own, own, Reason.STATUS_WITHOUT_MOVES);
    }

    /** The value of a field before its first event. */
    private @Nullable String first(String field, @Nullable String last) {
        return first.containsKey(field) ? first.get(field) : last;
    }

    private Priority priority(@Nullable String word) {
        return Ratings.priority(word, settings).orElse(Priority.NONE);
    }

    private static @Nullable BigDecimal points(@Nullable String amount) {
        return amount == null ? null : new BigDecimal(amount);
    }

    private @Nullable Severity severity(@Nullable String name) {
        return name == null ? null : Severity.valueOf(name);
    }

    /** Passes on everything after the opening, in order. */
    void emit(Consumer<ImportedEvent> history) {
        leftOver(history);
        for (var note : item.notes()) tellTidied(history, note);
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
        noted(history, new Provenance(createdAt, null, digest), Personal.LEFT_OVER, null, json);
    }

    private static String nameWithoutMails(String name) {
        return Personal.withoutMails(name, _ -> {});
    }

    private SourceValue withoutPersons(String name, SourceValue value, long digest) {
        if (value.form() == SourceValue.Form.LITERAL) return value;
        var shown = String.valueOf(hidden(name, value.text(), digest, 0));
        return shown.equals(Personal.HIDDEN)
                ? new SourceValue(SourceValue.Form.TEXT, shown)
                : new SourceValue(value.form(), shown);
    }

    private void tellTidied(Consumer<ImportedEvent> history, Note note) {
        if (!isKept(note) || IN_LEFT_OVER.contains(note.field())) return;
        var was = String.valueOf(note.was());
        var digest = digests.of("tidied", note.field(), was);
        if (note.isPersonal()) hidden.accept(new Private(digest, note.field(), was, 0, true));
        else
            noted(
                    history,
                    new Provenance(createdAt, null, digest),
                    note.field(),
                    null,
                    hidden(note.field(), Tidy.sound(was), digest, 0));
    }

    private static boolean isKept(Note note) {
        return note.was() != null && !note.was().isBlank() && note.reason() != Reason.ZONE_ASSUMED;
    }

    private ItemEvent link(SourceItem.Link link, long digest) {
        var other = world.item(link.to());
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
                        hidden("link", Tidy.cut(link.type() + " " + link.to(), LONGEST_PIECE), digest, 0))
                : new ItemLinked(id, type, other);
    }

    private void emit(Consumer<ImportedEvent> history, SourceEvent event) {
        var digest = digests.of(event.saidAt(), event.actor(), event.field(), event.from(), event.to());
        var from = new Provenance(event.at(), world.member(event.actor()), digest);
        var translated = translated(event, digest);
        if (translated != null) history.accept(new ImportedEvent(from, translated));
        else foreign(history, from, event);
        for (var note : event.notes()) tellTidied(history, event, note);
        if (translated != null && isTidied(event)) foreign(history, besides(from, "tidied"), event);
    }

    private void tellTidied(Consumer<ImportedEvent> history, SourceEvent event, Note note) {
        if (!isKept(note)) return;
        var was = String.valueOf(note.was());
        var digest = digests.of("tidied", event.saidAt(), note.field(), was);
        if (note.isPersonal()) hidden.accept(new Private(digest, event.field(), was, event.line(), true));
        else if (!isValue(note))
            noted(
                    history,
                    new Provenance(event.at(), world.member(event.actor()), digest),
                    note.field(),
                    null,
                    Tidy.sound(was));
    }

    private boolean isTidied(SourceEvent event) {
        return event.notes().stream().anyMatch(note -> isValue(note) && isKept(note) && !note.isPersonal())
                || (event.is("status") && event.from() != null && world.status(event.before()) == null);
    }

    private static boolean isValue(Note note) {
        return note.field().equals("from") || note.field().equals("to");
    }

    /** Our event for a source event; null when there is none. */
    private @Nullable ItemEvent translated(SourceEvent event, long digest) {
        return switch (event.field()) {
            case "status" -> {
                var to = world.status(event.after());
                yield to == null ? null : new ItemMoved(id, world.status(event.before()), to);
            }
            case "assignee" -> new ItemAssigned(id, world.member(event.before()), world.member(event.after()));
            case "priority" -> new ItemPrioritised(id, priority(event.before()), priority(event.after()));
            case "severity" -> new ItemSeverityRated(id, severity(event.before()), severity(event.after()));
            case "points" -> new ItemSized(id, points(event.before()), points(event.after()));
            case "resolution" -> new ItemResolved(id, event.before(), event.after());
            case "comment" -> event.after() == null ? null : new Commented(id, comment(digest), event.after());
            default -> null;
        };
    }

    private void foreign(Consumer<ImportedEvent> history, Provenance from, SourceEvent event) {
        noted(
                history,
                from,
                event.field(),
                hidden(event.field(), event.from(), from.digest(), event.line()),
                hidden(event.field(), event.to(), besides(from, "to").digest(), event.line()));
    }

    private Provenance besides(Provenance from, String what) {
        return new Provenance(from.at(), from.actor(), new Digests().of(what, from.digest()));
    }

    /** Splits a long value into several events. */
    private void noted(
            Consumer<ImportedEvent> history, Provenance from, String field, @Nullable String was, @Nullable String is) {
        var before = pieces(was);
        var after = pieces(is);
        for (int i = 0; i < Math.max(1, Math.max(before.size(), after.size())); i++)
            history.accept(new ImportedEvent(
                    i == 0 ? from : besides(from, "piece " + i),
                    new ForeignFieldNoted(
                            id,
                            field,
                            i < before.size() ? before.get(i) : null,
                            i < after.size() ? after.get(i) : null)));
    }

    private static List<String> pieces(@Nullable String text) {
        if (text == null) return List.of();
        if (text.length() <= LONGEST_PIECE) return List.of(text);
        var pieces = new ArrayList<String>();
        for (int from = 0; from < text.length(); ) {
            int to = Math.min(text.length(), from + LONGEST_PIECE);
            if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) to--;
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces;
    }

    private @Nullable String hidden(String field, @Nullable String value, long digest, long eventLine) {
        var found = new Digests();
        var shown = Personal.hidden(
                field,
                value,
                personal -> hidden.accept(new Private(found.of(digest, personal), field, personal, eventLine, false)));
        return shown == null ? null : Tidy.sound(shown);
    }

    /** The id of a comment, the same at every import. */
    private CommentId comment(long digest) {
        return new CommentId(
                new UUID(id.value().getMostSignificantBits() ^ id.value().getLeastSignificantBits(), digest));
    }

    /** The names and ids that a chunk of items needs, looked up at once. */
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
            return SourceWorkflow.status(statuses, name);
        }
    }
}
