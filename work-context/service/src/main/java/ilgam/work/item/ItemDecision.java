package ilgam.work.item;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import ilgam.work.item.ItemSnapshot.Link;
import ilgam.work.language.ItemEvent;
import ilgam.work.language.Kind;

import static ilgam.work.item.ItemField.ASSIGNEE;
import static ilgam.work.item.ItemField.DESCRIPTION;
import static ilgam.work.item.ItemField.DUE;
import static ilgam.work.item.ItemField.ESTIMATE;
import static ilgam.work.item.ItemField.KIND;
import static ilgam.work.item.ItemField.PARENT;
import static ilgam.work.item.ItemField.POINTS;
import static ilgam.work.item.ItemField.PRIORITY;
import static ilgam.work.item.ItemField.RESOLUTION;
import static ilgam.work.item.ItemField.SEVERITY;
import static ilgam.work.item.ItemField.START;
import static ilgam.work.item.ItemField.STATUS;
import static ilgam.work.item.ItemField.TASK;
import static ilgam.work.item.ItemField.TITLE;

/** The events of a change of an item with these values; none when the change would change nothing. */
record ItemDecision(ItemValues values) {

    List<ItemEvent> of(ItemChange change) {
        return switch (change) {
            case ItemChange.Rename(var to) ->
                changed(TITLE, to.text(), (was, is) -> new ItemEvent.ItemRenamed(values.item(), was, is));
            case ItemChange.Describe(var to) ->
                when(!to.text().equals(values.get(DESCRIPTION)), new ItemEvent.ItemDescribed(values.item(), to.text()));
            case ItemChange.Reclassify(var to) -> to == values.get(KIND) ? List.of() : reclassified(to);
            case ItemChange.Move(var to, var open) -> to.equals(values.get(STATUS)) ? List.of() : moved(to, open);
            case ItemChange.Assign(var to) ->
                changed(ASSIGNEE, to, (was, is) -> new ItemEvent.ItemAssigned(values.item(), was, is));
            case ItemChange.ScheduleStart(var to) ->
                changed(START, dateOf(to), (was, is) -> new ItemEvent.ItemStartScheduled(values.item(), was, is));
            case ItemChange.ScheduleDue(var to) ->
                changed(DUE, dateOf(to), (was, is) -> new ItemEvent.ItemDueScheduled(values.item(), was, is));
            case ItemChange.Estimate(var to) ->
                changed(
                        ESTIMATE,
                        to == null ? null : to.amount(),
                        (was, is) -> new ItemEvent.ItemEstimated(values.item(), was, is));
            case ItemChange.Size(var to) ->
                changed(
                        POINTS,
                        to == null ? null : to.amount(),
                        (was, is) -> new ItemEvent.ItemSized(values.item(), was, is));
            case ItemChange.Prioritise(var to) ->
                changed(PRIORITY, to, (was, is) -> new ItemEvent.ItemPrioritised(values.item(), was, is));
            case ItemChange.RateSeverity(var to) ->
                changed(SEVERITY, to, (was, is) -> new ItemEvent.ItemSeverityRated(values.item(), was, is));
            case ItemChange.Resolve(var to) ->
                changed(
                        RESOLUTION,
                        to == null ? null : to.text(),
                        (was, is) -> new ItemEvent.ItemResolved(values.item(), was, is));
            case ItemChange.Label(var label) ->
                when(!values.labels().contains(label.text()), new ItemEvent.ItemLabelled(values.item(), label.text()));
            case ItemChange.Unlabel(var label) ->
                when(values.labels().contains(label.text()), new ItemEvent.ItemUnlabelled(values.item(), label.text()));
            case ItemChange.Relabel(var wanted) -> relabelled(wanted);
            case ItemChange.Reparent(var to) ->
                changed(PARENT, to, (was, is) -> new ItemEvent.ItemReparented(values.item(), was, is));
            case ItemChange.Tie(var to) ->
                changed(TASK, to, (was, is) -> new ItemEvent.ItemTied(values.item(), was, is));
            case ItemChange.Link(var type, var other) ->
                when(
                        !values.links().contains(new Link(type, other)),
                        new ItemEvent.ItemLinked(values.item(), type, other));
            case ItemChange.Unlink(var type, var other) ->
                when(
                        values.links().contains(new Link(type, other)),
                        new ItemEvent.ItemUnlinked(values.item(), type, other));
        };
    }

    private List<ItemEvent> reclassified(Kind to) {
        var reclassified = List.<ItemEvent>of(new ItemEvent.ItemReclassified(values.item(), values.must(KIND), to));
        if (to == Kind.ISSUE) return reclassified;
        return Stream.of(of(new ItemChange.RateSeverity(null)), of(new ItemChange.Tie(null)), reclassified)
                .flatMap(List::stream)
                .toList();
    }

    private List<ItemEvent> moved(String to, Set<String> open) {
        String from = values.get(STATUS);
        String resolution = values.get(RESOLUTION);
        var moved = new ItemEvent.ItemMoved(values.item(), from, to);
        var reopened = from != null && !open.contains(from) && open.contains(to);
        return reopened && resolution != null
                ? List.of(moved, new ItemEvent.ItemResolved(values.item(), resolution, null))
                : List.of(moved);
    }

    private List<ItemEvent> relabelled(Set<LabelName> wanted) {
        var names = wanted.stream().map(LabelName::text).collect(Collectors.toSet());
        var gone =
                values.labels().stream().filter(label -> !names.contains(label)).sorted();
        var come =
                names.stream().filter(label -> !values.labels().contains(label)).sorted();
        return Stream.<ItemEvent>concat(
                        gone.map(label -> new ItemEvent.ItemUnlabelled(values.item(), label)),
                        come.map(label -> new ItemEvent.ItemLabelled(values.item(), label)))
                .toList();
    }

    private <T> List<ItemEvent> changed(ItemField field, @Nullable T to, BiFunction<T, T, ItemEvent> event) {
        T from = values.get(field);
        return Objects.equals(from, to) ? List.of() : List.of(event.apply(from, to));
    }

    private static List<ItemEvent> when(boolean news, ItemEvent event) {
        return news ? List.of(event) : List.of();
    }

    private static @Nullable LocalDate dateOf(@Nullable Day day) {
        return day == null ? null : day.date();
    }
}
