package ilgam.work.item;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberId;
import ilgam.starter.text.Text;
import ilgam.work.item.ItemSnapshot.Link;
import ilgam.work.language.CommentId;
import ilgam.work.language.ItemEvent;
import ilgam.work.language.ItemId;
import ilgam.work.language.Kind;
import ilgam.work.language.Priority;
import ilgam.work.language.Severity;

/** What an item is now, as far as a decision reads it: it answers changes with events, and events change it. */
final class ItemState {

    private final ItemId id;
    private Kind kind;
    private String title;
    private String description;
    private @Nullable String status;
    private @Nullable MemberId assignee;
    private @Nullable LocalDate startOn;
    private @Nullable LocalDate dueOn;
    private @Nullable BigDecimal estimate;
    private Priority priority;
    private @Nullable Severity severity;
    private @Nullable String resolution;
    private @Nullable ItemId parent;
    private @Nullable ItemId task;
    private boolean deleted;
    private final Set<String> labels;
    private final Set<Link> links = new HashSet<>();
    private final CommentAuthors comments = new CommentAuthors();
    private final Map<ItemField, Long> changedAt = new EnumMap<>(ItemField.class);

    ItemState(ItemEvent.ItemOpened opened) {
        id = opened.item();
        kind = opened.kind();
        title = opened.title();
        description = opened.description();
        status = opened.status();
        assignee = opened.assignee();
        startOn = opened.startOn();
        dueOn = opened.dueOn();
        estimate = opened.estimateHours();
        priority = opened.priority();
        severity = opened.severity();
        resolution = opened.resolution();
        parent = opened.parent();
        task = opened.task();
        labels = opened.labels().stream().map(Text::composed).collect(Collectors.toCollection(HashSet::new));
    }

    ItemState(ItemSnapshot kept) {
        id = kept.item();
        kind = kept.kind();
        title = kept.title();
        description = kept.description();
        status = kept.status();
        assignee = kept.assignee();
        startOn = kept.startOn();
        dueOn = kept.dueOn();
        estimate = kept.estimate();
        priority = kept.priority();
        severity = kept.severity();
        resolution = kept.resolution();
        parent = kept.parent();
        task = kept.task();
        deleted = kept.deleted();
        labels = new HashSet<>(kept.labels());
        links.addAll(kept.links());
        comments.unpack(kept.comments());
        changedAt.putAll(kept.changedAt());
    }

    ItemSnapshot snapshot(
            ImportedLines importedLines, @Nullable String openedBy, boolean isTouched, @Nullable String withdrawnWith) {
        return new ItemSnapshot(
                id,
                kind,
                title,
                description,
                status,
                assignee,
                startOn,
                dueOn,
                estimate,
                priority,
                severity,
                resolution,
                parent,
                task,
                deleted,
                labels.stream().sorted().toList(),
                links.stream().sorted(Comparator.comparing(Link::toString)).toList(),
                comments.packed(),
                Map.copyOf(changedAt),
                importedLines.packed(),
                openedBy,
                isTouched,
                withdrawnWith);
    }

    boolean isDeleted() {
        return deleted;
    }

    boolean has(CommentId comment) {
        return comments.has(comment);
    }

    boolean hasRoomForComments() {
        return comments.count() < CommentText.MOST;
    }

    /** Links that came with an import are not counted out. */
    boolean hasRoomFor(ItemChange.Link link) {
        return links.size() < ItemChange.Link.MOST || links.contains(new Link(link.type(), link.other()));
    }

    boolean wrote(MemberId member, CommentId comment) {
        return comments.wrote(member, comment);
    }

    boolean changedSince(long version, ItemChange change) {
        return changedAt.getOrDefault(ItemField.touchedBy(change), 0L) > version;
    }

    ItemInvariants soundness() {
        return new ItemInvariants(kind, severity, task, startOn, dueOn, Set.copyOf(labels));
    }

    /** Asking for what already is brings no event. */
    List<ItemEvent> eventsOf(ItemChange change) {
        return switch (change) {
            case ItemChange.Rename(var to) ->
                turned(title, to.text(), (was, is) -> new ItemEvent.ItemRenamed(id, was, is));
            case ItemChange.Describe(var to) ->
                turned(description, to.text(), (_, is) -> new ItemEvent.ItemDescribed(id, is));
            case ItemChange.Reclassify(var to) -> to == kind ? List.of() : reclassified(to);
            case ItemChange.Move(var to, var open) -> to.equals(status) ? List.of() : moved(to, open);
            case ItemChange.Assign(var to) ->
                turned(assignee, to, (was, is) -> new ItemEvent.ItemAssigned(id, was, is));
            case ItemChange.ScheduleStart(var to) ->
                turned(startOn, dateOf(to), (was, is) -> new ItemEvent.ItemStartScheduled(id, was, is));
            case ItemChange.ScheduleDue(var to) ->
                turned(dueOn, dateOf(to), (was, is) -> new ItemEvent.ItemDueScheduled(id, was, is));
            case ItemChange.Estimate(var to) ->
                turned(
                        estimate,
                        to == null ? null : to.amount(),
                        (was, is) -> new ItemEvent.ItemEstimated(id, was, is));
            case ItemChange.Prioritise(var to) ->
                turned(priority, to, (was, is) -> new ItemEvent.ItemPrioritised(id, was, is));
            case ItemChange.RateSeverity(var to) ->
                turned(severity, to, (was, is) -> new ItemEvent.ItemSeverityRated(id, was, is));
            case ItemChange.Resolve(var to) ->
                turned(resolution, to == null ? null : to.text(), (was, is) -> new ItemEvent.ItemResolved(id, was, is));
            case ItemChange.Label(var label) ->
                when(!labels.contains(label.text()), new ItemEvent.ItemLabelled(id, label.text()));
            case ItemChange.Unlabel(var label) ->
                when(labels.contains(label.text()), new ItemEvent.ItemUnlabelled(id, label.text()));
            case ItemChange.Relabel(var wanted) -> relabelled(wanted);
            case ItemChange.Reparent(var to) ->
                turned(parent, to, (was, is) -> new ItemEvent.ItemReparented(id, was, is));
            case ItemChange.Tie(var to) -> turned(task, to, (was, is) -> new ItemEvent.ItemTied(id, was, is));
            case ItemChange.Link(var type, var other) ->
                when(!links.contains(new Link(type, other)), new ItemEvent.ItemLinked(id, type, other));
            case ItemChange.Unlink(var type, var other) ->
                when(links.contains(new Link(type, other)), new ItemEvent.ItemUnlinked(id, type, other));
        };
    }

    private List<ItemEvent> reclassified(Kind to) {
        var reclassified = List.<ItemEvent>of(new ItemEvent.ItemReclassified(id, kind, to));
        if (to == Kind.ISSUE) return reclassified;
        return Stream.of(eventsOf(new ItemChange.RateSeverity(null)), eventsOf(new ItemChange.Tie(null)), reclassified)
                .flatMap(List::stream)
                .toList();
    }

    private List<ItemEvent> moved(String to, Set<String> open) {
        var moved = new ItemEvent.ItemMoved(id, status, to);
        var reopened = status != null && !open.contains(status) && open.contains(to);
        return reopened && resolution != null
                ? List.of(moved, new ItemEvent.ItemResolved(id, resolution, null))
                : List.of(moved);
    }

    private List<ItemEvent> relabelled(Set<LabelName> wanted) {
        var names = wanted.stream().map(LabelName::text).collect(Collectors.toSet());
        var gone = labels.stream().filter(label -> !names.contains(label)).sorted();
        var come = names.stream().filter(label -> !labels.contains(label)).sorted();
        return Stream.<ItemEvent>concat(
                        gone.map(label -> new ItemEvent.ItemUnlabelled(id, label)),
                        come.map(label -> new ItemEvent.ItemLabelled(id, label)))
                .toList();
    }

    private static <T> List<ItemEvent> turned(@Nullable T was, @Nullable T is, BiFunction<T, T, ItemEvent> event) {
        return Objects.equals(was, is) ? List.of() : List.of(event.apply(was, is));
    }

    private static List<ItemEvent> when(boolean news, ItemEvent event) {
        return news ? List.of(event) : List.of();
    }

    private static @Nullable LocalDate dateOf(@Nullable Day day) {
        return day == null ? null : day.date();
    }

    void evolve(ItemEvent event, long version, @Nullable MemberId actor) {
        ItemField.touchedBy(event).ifPresent(side -> changedAt.put(side, version));
        switch (event) {
            case ItemEvent.ItemRenamed(var _, var _, var to) -> title = to;
            case ItemEvent.ItemDescribed(var _, var to) -> description = to;
            case ItemEvent.ItemReclassified(var _, var _, var to) -> kind = to;
            case ItemEvent.ItemMoved(var _, var _, var to) -> status = to;
            case ItemEvent.ItemAssigned(var _, var _, var to) -> assignee = to;
            case ItemEvent.ItemStartScheduled(var _, var _, var to) -> startOn = to;
            case ItemEvent.ItemDueScheduled(var _, var _, var to) -> dueOn = to;
            case ItemEvent.ItemEstimated(var _, var _, var to) -> estimate = to;
            case ItemEvent.ItemPrioritised(var _, var _, var to) -> priority = to;
            case ItemEvent.ItemSeverityRated(var _, var _, var to) -> severity = to;
            case ItemEvent.ItemResolved(var _, var _, var to) -> resolution = to;
            case ItemEvent.ItemLabelled(var _, var label) -> labels.add(Text.composed(label));
            case ItemEvent.ItemUnlabelled(var _, var label) -> labels.remove(Text.composed(label));
            case ItemEvent.ItemReparented(var _, var _, var to) -> parent = to;
            case ItemEvent.ItemTied(var _, var _, var to) -> task = to;
            case ItemEvent.ItemLinked(var _, var type, var other) -> links.add(new Link(type, other));
            case ItemEvent.ItemUnlinked(var _, var type, var other) -> links.remove(new Link(type, other));
            case ItemEvent.Commented(var _, var comment, var _) -> comments.add(comment, actor);
            case ItemEvent.CommentRemoved(var _, var comment) -> comments.remove(comment);
            case ItemEvent.ItemDeleted _ -> deleted = true;
            case ItemEvent.ItemRestored _ -> deleted = false;
            case ItemEvent.ItemOpened _, ItemEvent.CommentEdited _, ItemEvent.ForeignFieldNoted _ -> {}
        }
    }
}
