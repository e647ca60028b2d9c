package ilgam.work.item;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import ilgam.starter.text.Text;
import ilgam.work.item.ItemSnapshot.Link;
import ilgam.work.language.ItemEvent;
import ilgam.work.language.ItemEvent.ItemOpened;
import ilgam.work.language.ItemId;
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

/** The present values of an item's fields, its labels and its links. */
final class ItemValues {

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

    ItemValues(ItemOpened opened) {
        origin = new Origin(opened.item(), opened.project(), opened.number(), opened.sourceKey());
        for (var field : ItemField.values()) set(field, field.of(opened));
        labels = opened.labels().stream().map(Text::composed).collect(Collectors.toCollection(HashSet::new));
    }

    /** Without the fields that the opening sets by changes. */
    ItemValues(ItemId item, long number, Opening opening) {
        origin = new Origin(item, opening.project(), number, opening.sourceKey());
        set(KIND, opening.kind());
        set(TITLE, "");
        set(DESCRIPTION, "");
        set(REPORTER, opening.reporter());
        set(PRIORITY, Priority.NONE);
        set(SOURCE_PARENT, opening.sourceParent());
        labels = new HashSet<>();
    }

    /** The opening event with these values. */
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

    ItemId item() {
        return origin.item();
    }

    /** The value, in the type that the events of this field have. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    <T> @Nullable T get(ItemField field) {
        return (T) values.get(field);
    }

    @SuppressWarnings("TypeParameterUnusedInFormals")
    <T> T must(ItemField field) {
        return Objects.requireNonNull(this.<T>get(field));
    }

    private void set(ItemField field, @Nullable Object value) {
        if (value == null) values.remove(field);
        else values.put(field, value);
    }

    Set<String> labels() {
        return Collections.unmodifiableSet(labels);
    }

    Set<Link> links() {
        return Collections.unmodifiableSet(links);
    }

    void link(Collection<Link> more) {
        links.addAll(more);
    }

    void evolve(ItemEvent event) {
        switch (event) {
            case ItemEvent.FieldChanged field -> set(ItemField.of(field), field.to());
            case ItemEvent.ItemDescribed(var _, var to) -> set(DESCRIPTION, to);
            case ItemEvent.ItemLabelled(var _, var label) -> labels.add(Text.composed(label));
            case ItemEvent.ItemUnlabelled(var _, var label) -> labels.remove(Text.composed(label));
            case ItemEvent.ItemLinked(var _, var type, var other) -> links.add(new Link(type, other));
            case ItemEvent.ItemUnlinked(var _, var type, var other) -> links.remove(new Link(type, other));
            case ItemOpened _, ItemEvent.ItemDeleted _, ItemEvent.ItemRestored _ -> {}
            case ItemEvent.Commented _,
                    ItemEvent.CommentEdited _,
                    ItemEvent.CommentRemoved _,
                    ItemEvent.ForeignFieldNoted _ -> {}
        }
    }
}
