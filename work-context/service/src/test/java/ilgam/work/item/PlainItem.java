package ilgam.work.item;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import ilgam.work.language.ItemEvent;
import ilgam.work.language.ItemEvent.FieldChanged;
import ilgam.work.language.ItemEvent.ItemDescribed;
import ilgam.work.language.ItemEvent.ItemLabelled;
import ilgam.work.language.ItemEvent.ItemLinked;
import ilgam.work.language.ItemEvent.ItemOpened;
import ilgam.work.language.ItemEvent.ItemUnlabelled;
import ilgam.work.language.ItemEvent.ItemUnlinked;
import ilgam.work.language.ItemId;
import ilgam.work.language.Kind;
import ilgam.work.language.LinkType;

import static ilgam.work.item.Board.OPEN;

/** An item as plain values, one after another: what {@link WorkItem} is compared with. */
final class PlainItem {

    private final Map<ItemField, Object> values = new EnumMap<>(ItemField.class);
    private final Set<ItemField> touched = EnumSet.noneOf(ItemField.class);

    PlainItem(ItemOpened opened) {
        for (var field : ItemField.values()) set(field, field.of(opened));
        values.put(ItemField.LABELS, new HashSet<>(opened.labels()));
        values.put(ItemField.LINKS, new HashSet<String>());
    }

    /** All values that are not empty. */
    Map<ItemField, Object> values() {
        return values;
    }

    /** Whether a rule is against what was changed. */
    boolean isRefused() {
        return (isTouched(ItemField.START, ItemField.DUE) && isDueBeforeStart())
                || (isTask() && isTouched(ItemField.KIND, ItemField.SEVERITY) && values.containsKey(ItemField.SEVERITY))
                || (isTask() && isTouched(ItemField.KIND, ItemField.TASK) && values.containsKey(ItemField.TASK));
    }

    private boolean isTask() {
        return values.get(ItemField.KIND) == Kind.TASK;
    }

    private boolean isDueBeforeStart() {
        var start = (LocalDate) values.get(ItemField.START);
        var due = (LocalDate) values.get(ItemField.DUE);
        return start != null && due != null && due.isBefore(start);
    }

    private boolean isTouched(ItemField one, ItemField other) {
        return touched.contains(one) || touched.contains(other);
    }

    void change(ItemChange change) {
        touched.add(ItemField.changedBy(change));
        switch (change) {
            case ItemChange.Rename(var to) -> set(ItemField.TITLE, to.text());
            case ItemChange.Describe(var to) -> set(ItemField.DESCRIPTION, to.text());
            case ItemChange.Reclassify(var to) -> reclassify(to);
            case ItemChange.Move(var to, var _) -> move(to);
            case ItemChange.Assign(var to) -> set(ItemField.ASSIGNEE, to);
            case ItemChange.ScheduleStart(var to) -> set(ItemField.START, to == null ? null : to.date());
            case ItemChange.ScheduleDue(var to) -> set(ItemField.DUE, to == null ? null : to.date());
            case ItemChange.Estimate(var to) -> set(ItemField.ESTIMATE, to == null ? null : to.amount());
            case ItemChange.Size(var to) -> set(ItemField.POINTS, to == null ? null : to.amount());
            case ItemChange.Prioritise(var to) -> set(ItemField.PRIORITY, to);
            case ItemChange.RateSeverity(var to) -> set(ItemField.SEVERITY, to);
            case ItemChange.Resolve(var to) -> set(ItemField.RESOLUTION, to == null ? null : to.text());
            case ItemChange.Label(var label) -> several(ItemField.LABELS).add(label.text());
            case ItemChange.Unlabel(var label) -> several(ItemField.LABELS).remove(label.text());
            case ItemChange.Relabel(var wanted) -> {
                several(ItemField.LABELS).clear();
                wanted.forEach(label -> several(ItemField.LABELS).add(label.text()));
            }
            case ItemChange.Reparent(var to) -> set(ItemField.PARENT, to);
            case ItemChange.Tie(var to) -> set(ItemField.TASK, to);
            case ItemChange.Link(var type, var other) ->
                several(ItemField.LINKS).add(link(type, other));
            case ItemChange.Unlink(var type, var other) ->
                several(ItemField.LINKS).remove(link(type, other));
        }
    }

    void happen(ItemEvent event) {
        switch (event) {
            case FieldChanged changed -> set(ItemField.of(changed), changed.to());
            case ItemDescribed(var _, var to) -> set(ItemField.DESCRIPTION, to);
            case ItemLabelled(var _, var label) -> several(ItemField.LABELS).add(label);
            case ItemUnlabelled(var _, var label) -> several(ItemField.LABELS).remove(label);
            case ItemLinked(var _, var type, var other) ->
                several(ItemField.LINKS).add(link(type, other));
            case ItemUnlinked(var _, var type, var other) ->
                several(ItemField.LINKS).remove(link(type, other));
            default -> throw new IllegalArgumentException("No change of a field leads to " + event);
        }
    }

    private void reclassify(Kind to) {
        if (to == Kind.TASK && !isTask()) {
            values.remove(ItemField.SEVERITY);
            values.remove(ItemField.TASK);
        }
        set(ItemField.KIND, to);
    }

    private void move(String to) {
        var from = String.valueOf(values.get(ItemField.STATUS));
        if (!OPEN.contains(from) && OPEN.contains(to)) values.remove(ItemField.RESOLUTION);
        set(ItemField.STATUS, to);
    }

    private static String link(LinkType type, ItemId other) {
        return type + " " + other;
    }

    @SuppressWarnings("unchecked")
    private Set<String> several(ItemField field) {
        return (Set<String>) values.getOrDefault(field, Set.of());
    }

    private void set(ItemField field, @Nullable Object value) {
        if (value == null) values.remove(field);
        else values.put(field, value);
    }
}
