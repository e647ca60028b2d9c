package ilgam.work.item;

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
import ilgam.work.language.ItemEvent.ItemOpened;
import ilgam.work.language.ItemId;
import ilgam.work.language.Kind;
import ilgam.work.language.Priority;
import ilgam.work.language.ProjectId;

import static ilgam.work.item.ItemField.ASSIGNEE;
import static ilgam.work.item.ItemField.DESCRIPTION;
import static ilgam.work.item.ItemField.DUE;
import static ilgam.work.item.ItemField.ESTIMATE;
import static ilgam.work.item.ItemField.KIND;
import static ilgam.work.item.ItemField.PARENT;
import static ilgam.work.item.ItemField.POINTS;
import static ilgam.work.item.ItemField.PRIORITY;
import static ilgam.work.item.ItemField.REPORTER;
import static ilgam.work.item.ItemField.RESOLUTION;
import static ilgam.work.item.ItemField.SEVERITY;
import static ilgam.work.item.ItemField.SOURCE_PARENT;
import static ilgam.work.item.ItemField.START;
import static ilgam.work.item.ItemField.STATUS;
import static ilgam.work.item.ItemField.TASK;
import static ilgam.work.item.ItemField.TITLE;

/** The state of an item, as far as decisions read it. It answers changes with events, and events change it. */
final class ItemState {

    /** Immutable data from the opening. */
    private record Origin(
            ItemId item,
            ProjectId project,
            long number,
            @Nullable String sourceKey) {}

    private final Origin origin;
    private final Map<ItemField, Object> values = new EnumMap<>(ItemField.class);
    private final Set<String> labels;
    private final Set<Link> links = new HashSet<>();
    private final CommentAuthors comments = new CommentAuthors();
    private final Map<ItemField, Long> changedAt = new EnumMap<>(ItemField.class);
    private boolean deleted;

    ItemState(ItemOpened opened) {
        origin = new Origin(opened.item(), opened.project(), opened.number(), opened.sourceKey());
        for (var field : ItemField.values()) set(field, field.of(opened));
        labels = opened.labels().stream().map(Text::composed).collect(Collectors.toCollection(HashSet::new));
    }

    /** Without the fields that the opening sets by changes. */
    ItemState(ItemId item, long number, Opening opening) {
        origin = new Origin(item, opening.project(), number, opening.sourceKey());
        set(KIND, opening.kind());
        set(TITLE, "");
        set(DESCRIPTION, "");
        set(REPORTER, opening.reporter());
        set(PRIORITY, Priority.NONE);
        set(SOURCE_PARENT, opening.sourceParent());
        labels = new HashSet<>();
    }

    ItemState(ItemSnapshot kept) {
        this(kept.now());
        deleted = kept.deleted();
        links.addAll(kept.links());
        comments.unpack(kept.comments());
        changedAt.putAll(kept.changedAt());
    }

    ItemSnapshot snapshot(
            ImportedLines importedLines, @Nullable String openedBy, boolean isTouched, @Nullable String withdrawnWith) {
        return new ItemSnapshot(
                now(),
                deleted,
                links.stream().sorted(Comparator.comparing(Link::toString)).toList(),
                comments.packed(),
                Map.copyOf(changedAt),
                importedLines.packed(),
                openedBy,
                isTouched,
                withdrawnWith);
    }

    /** The opening event with the current values. */
    ItemOpened now() {
        return new ItemOpened(
                origin.item(),
                origin.project(),
                origin.number(),
                origin.sourceKey(),
                must(KIND),
                must(TITLE),
                must(DESCRIPTION),
                get(STATUS),
                get(REPORTER),
                get(ASSIGNEE),
                must(PRIORITY),
                get(SEVERITY),
                get(RESOLUTION),
                get(START),
                get(DUE),
                get(ESTIMATE),
                labels.stream().sorted().toList(),
                get(PARENT),
                get(SOURCE_PARENT),
                get(TASK),
                get(POINTS));
    }

    /** The value, in the type that the events of this field have. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private <T> @Nullable T get(ItemField field) {
        return (T) values.get(field);
    }

    @SuppressWarnings("TypeParameterUnusedInFormals")
    private <T> T must(ItemField field) {
        return Objects.requireNonNull(this.<T>get(field));
    }

    private void set(ItemField field, @Nullable Object value) {
        if (value == null) values.remove(field);
        else values.put(field, value);
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

    /** The limit applies to new links only; imported ones are kept. */
    boolean hasRoomFor(ItemChange.Link link) {
        return links.size() < ItemChange.Link.MOST || links.contains(new Link(link.type(), link.other()));
    }

    boolean wrote(MemberId member, CommentId comment) {
        return comments.wrote(member, comment);
    }

    boolean changedSince(long version, ItemChange change) {
        return changedAt.getOrDefault(ItemField.changedBy(change), 0L) > version;
    }

    ItemInvariants invariants() {
        return new ItemInvariants(must(KIND), get(SEVERITY), get(TASK), get(START), get(DUE), Set.copyOf(labels));
    }

    /** The events of a change; none when it would change nothing. */
    List<ItemEvent> eventsOf(ItemChange change) {
        return switch (change) {
            case ItemChange.Rename(var to) ->
                changed(TITLE, to.text(), (was, is) -> new ItemEvent.ItemRenamed(id(), was, is));
            case ItemChange.Describe(var to) ->
                when(!to.text().equals(get(DESCRIPTION)), new ItemEvent.ItemDescribed(id(), to.text()));
            case ItemChange.Reclassify(var to) -> to == get(KIND) ? List.of() : reclassified(to);
            case ItemChange.Move(var to, var open) -> to.equals(get(STATUS)) ? List.of() : moved(to, open);
            case ItemChange.Assign(var to) ->
                changed(ASSIGNEE, to, (was, is) -> new ItemEvent.ItemAssigned(id(), was, is));
            case ItemChange.ScheduleStart(var to) ->
                changed(START, dateOf(to), (was, is) -> new ItemEvent.ItemStartScheduled(id(), was, is));
            case ItemChange.ScheduleDue(var to) ->
                changed(DUE, dateOf(to), (was, is) -> new ItemEvent.ItemDueScheduled(id(), was, is));
            case ItemChange.Estimate(var to) ->
                changed(
                        ESTIMATE,
                        to == null ? null : to.amount(),
                        (was, is) -> new ItemEvent.ItemEstimated(id(), was, is));
            case ItemChange.Size(var to) ->
                changed(POINTS, to == null ? null : to.amount(), (was, is) -> new ItemEvent.ItemSized(id(), was, is));
            case ItemChange.Prioritise(var to) ->
                changed(PRIORITY, to, (was, is) -> new ItemEvent.ItemPrioritised(id(), was, is));
            case ItemChange.RateSeverity(var to) ->
                changed(SEVERITY, to, (was, is) -> new ItemEvent.ItemSeverityRated(id(), was, is));
            case ItemChange.Resolve(var to) ->
                changed(
                        RESOLUTION,
                        to == null ? null : to.text(),
                        (was, is) -> new ItemEvent.ItemResolved(id(), was, is));
            case ItemChange.Label(var label) ->
                when(!labels.contains(label.text()), new ItemEvent.ItemLabelled(id(), label.text()));
            case ItemChange.Unlabel(var label) ->
                when(labels.contains(label.text()), new ItemEvent.ItemUnlabelled(id(), label.text()));
            case ItemChange.Relabel(var wanted) -> relabelled(wanted);
            case ItemChange.Reparent(var to) ->
                changed(PARENT, to, (was, is) -> new ItemEvent.ItemReparented(id(), was, is));
            case ItemChange.Tie(var to) -> changed(TASK, to, (was, is) -> new ItemEvent.ItemTied(id(), was, is));
            case ItemChange.Link(var type, var other) ->
                when(!links.contains(new Link(type, other)), new ItemEvent.ItemLinked(id(), type, other));
            case ItemChange.Unlink(var type, var other) ->
                when(links.contains(new Link(type, other)), new ItemEvent.ItemUnlinked(id(), type, other));
        };
    }

    private ItemId id() {
        return origin.item();
    }

    private List<ItemEvent> reclassified(Kind to) {
        var reclassified = List.<ItemEvent>of(new ItemEvent.ItemReclassified(id(), must(KIND), to));
        if (to == Kind.ISSUE) return reclassified;
        return Stream.of(eventsOf(new ItemChange.RateSeverity(null)), eventsOf(new ItemChange.Tie(null)), reclassified)
                .flatMap(List::stream)
                .toList();
    }

    private List<ItemEvent> moved(String to, Set<String> open) {
        String from = get(STATUS);
        String resolution = get(RESOLUTION);
        var moved = new ItemEvent.ItemMoved(id(), from, to);
        var reopened = from != null && !open.contains(from) && open.contains(to);
        return reopened && resolution != null
                ? List.of(moved, new ItemEvent.ItemResolved(id(), resolution, null))
                : List.of(moved);
    }

    private List<ItemEvent> relabelled(Set<LabelName> wanted) {
        var names = wanted.stream().map(LabelName::text).collect(Collectors.toSet());
        var gone = labels.stream().filter(label -> !names.contains(label)).sorted();
        var come = names.stream().filter(label -> !labels.contains(label)).sorted();
        return Stream.<ItemEvent>concat(
                        gone.map(label -> new ItemEvent.ItemUnlabelled(id(), label)),
                        come.map(label -> new ItemEvent.ItemLabelled(id(), label)))
                .toList();
    }

    private <T> List<ItemEvent> changed(ItemField field, @Nullable T to, BiFunction<T, T, ItemEvent> event) {
        T from = get(field);
        return Objects.equals(from, to) ? List.of() : List.of(event.apply(from, to));
    }

    private static List<ItemEvent> when(boolean news, ItemEvent event) {
        return news ? List.of(event) : List.of();
    }

    private static @Nullable LocalDate dateOf(@Nullable Day day) {
        return day == null ? null : day.date();
    }

    void evolve(ItemEvent event, long version, @Nullable MemberId actor) {
        ItemField.changedBy(event).ifPresent(field -> changedAt.put(field, version));
        switch (event) {
            case ItemEvent.FieldChanged field -> set(ItemField.of(field), field.to());
            case ItemEvent.ItemDescribed(var _, var to) -> set(DESCRIPTION, to);
            case ItemEvent.ItemLabelled(var _, var label) -> labels.add(Text.composed(label));
            case ItemEvent.ItemUnlabelled(var _, var label) -> labels.remove(Text.composed(label));
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
