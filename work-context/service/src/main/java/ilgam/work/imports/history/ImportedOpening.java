package ilgam.work.imports.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import ilgam.work.imports.source.ImportSettings;
import ilgam.work.imports.source.Note;
import ilgam.work.imports.source.Note.Reason;
import ilgam.work.imports.source.SourceEvent;
import ilgam.work.imports.source.SourceItem;
import ilgam.work.item.Description;
import ilgam.work.item.ItemChange;
import ilgam.work.item.LabelName;
import ilgam.work.item.Opening;
import ilgam.work.item.Points;
import ilgam.work.item.Provenance;
import ilgam.work.item.Resolution;
import ilgam.work.item.Title;
import ilgam.work.language.ItemId;
import ilgam.work.language.Priority;
import ilgam.work.language.ProjectId;
import ilgam.work.language.Severity;

/**
 * What a source item was at its creation.
 *
 * <p>The initial value of a field with events is the {@code from} of the first one; a field without events has its
 * final value from the start. An item has no status before its first status event; without any it has its own.
 */
final class ImportedOpening {

    private final ImportLookups lookups;
    private final ImportSettings settings;
    private final SourceItem item;
    private final Instant createdAt;
    private final long digest;
    private final Map<String, @Nullable String> first = new HashMap<>();
    private @Nullable SourceEvent created;
    private @Nullable SourceEvent lastMove;
    private boolean hasEvents;

    /**
     * @param createdAt when the item was created
     * @param digest identifies the opening among the lines of the item
     */
    ImportedOpening(
            ImportLookups lookups,
            ImportSettings settings,
            SourceItem item,
            Instant createdAt,
            Iterable<SourceEvent> events,
            long digest) {
        this.lookups = lookups;
        this.settings = settings;
        this.item = item;
        this.createdAt = createdAt;
        this.digest = digest;
        for (var event : events) look(event);
    }

    private void look(SourceEvent event) {
        hasEvents = true;
        if (created == null && event.is("created")) created = event;
        if (event.is("status")
                && lookups.status(event.after()) != null
                && (lastMove == null || !event.at().isBefore(lastMove.at()))) lastMove = event;
        if (!first.containsKey(event.field()))
            switch (event.field()) {
                case "assignee", "priority", "severity", "points", "resolution" ->
                    first.put(event.field(), event.before());
                default -> {}
            }
    }

    Provenance provenance() {
        var opener = created == null ? item.reporter() : created.actor();
        return new Provenance(createdAt, lookups.member(opener), digest);
    }

    Opening of(ProjectId project, @Nullable String sourceKey, boolean hasParent) {
        var parent = hasParent ? lookups.item(item.parent()) : null;
        return new Opening(
                project,
                sourceKey,
                item.kind(),
                lookups.member(item.reporter()),
                parent == null ? item.parent() : null,
                fields(parent));
    }

    private List<ItemChange> fields(@Nullable ItemId parent) {
        var fields = new ArrayList<ItemChange>(List.of(
                new ItemChange.Rename(Title.of(item.title())),
                new ItemChange.Describe(Description.of(item.description())),
                new ItemChange.Assign(lookups.member(first("assignee", item.assignee()))),
                new ItemChange.Prioritise(
                        priority(first("priority", item.priority().name()))),
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
        return lastMove != null || (settings.tellsMoves() && hasEvents) ? null : lookups.status(item.status());
    }

    /** Keeps the item's own status as a foreign field when the moves decide. */
    @Nullable
    Note statusNote() {
        var own = item.status();
        if (own == null) return null;
        var known = lookups.status(own);
        if (lastMove != null)
            return Objects.equals(known, lookups.status(lastMove.after()))
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

    static Priority priority(@Nullable String name) {
        return name == null ? Priority.NONE : Priority.valueOf(name);
    }

    static @Nullable BigDecimal points(@Nullable String amount) {
        return amount == null ? null : new BigDecimal(amount);
    }

    static @Nullable Severity severity(@Nullable String name) {
        return name == null ? null : Severity.valueOf(name);
    }
}
