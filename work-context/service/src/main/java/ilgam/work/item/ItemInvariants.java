package ilgam.work.item;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import ilgam.work.language.ItemEvent.ItemOpened;
import ilgam.work.language.ItemId;
import ilgam.work.language.Kind;
import ilgam.work.language.Severity;

import static ilgam.work.item.ItemRefused.Reason.DUE_BEFORE_START;
import static ilgam.work.item.ItemRefused.Reason.ONLY_ISSUES_ARE_ABOUT_TASKS;
import static ilgam.work.item.ItemRefused.Reason.ONLY_ISSUES_HAVE_SEVERITY;
import static ilgam.work.item.ItemRefused.Reason.TOO_MANY_LABELS;
import static java.util.function.Predicate.not;

/**
 * The values of an item that must be consistent. They are checked as of after all changes, so that the order of the
 * changes does not matter, and only where a change affects them, as imported items may violate them.
 */
record ItemInvariants(
        Kind kind,
        @Nullable Severity severity,
        @Nullable ItemId task,
        @Nullable LocalDate startOn,
        @Nullable LocalDate dueOn,
        Set<String> labels) {

    static void mustHold(ItemOpened opened) {
        new ItemInvariants(
                        opened.kind(),
                        opened.severity(),
                        opened.task(),
                        opened.startOn(),
                        opened.dueOn(),
                        Set.copyOf(opened.labels()))
                .mustHold(EnumSet.allOf(ItemField.class));
    }

    void mustHoldAfter(List<ItemChange> changes) {
        var after = this;
        for (var change : changes) after = after.with(change);
        after.mustHold(changes.stream().map(ItemField::changedBy).collect(Collectors.toSet()));
    }

    private ItemInvariants with(ItemChange change) {
        return switch (change) {
            case ItemChange.Reclassify(var to) when to == kind -> this;
            case ItemChange.Reclassify(var to)
            when to == Kind.TASK -> new ItemInvariants(to, null, null, startOn, dueOn, labels);
            case ItemChange.Reclassify(var to) -> new ItemInvariants(to, severity, task, startOn, dueOn, labels);
            case ItemChange.RateSeverity(var to) -> new ItemInvariants(kind, to, task, startOn, dueOn, labels);
            case ItemChange.Tie(var to) -> new ItemInvariants(kind, severity, to, startOn, dueOn, labels);
            case ItemChange.ScheduleStart(var to) ->
                new ItemInvariants(kind, severity, task, to == null ? null : to.date(), dueOn, labels);
            case ItemChange.ScheduleDue(var to) ->
                new ItemInvariants(kind, severity, task, startOn, to == null ? null : to.date(), labels);
            case ItemChange.Label(var label) -> labelled(Stream.concat(labels.stream(), Stream.of(label.text())));
            case ItemChange.Unlabel(var label) -> labelled(labels.stream().filter(not(label.text()::equals)));
            case ItemChange.Relabel(var wanted) -> labelled(wanted.stream().map(LabelName::text));
            default -> this;
        };
    }

    private ItemInvariants labelled(Stream<String> all) {
        return new ItemInvariants(kind, severity, task, startOn, dueOn, all.collect(Collectors.toSet()));
    }

    private void mustHold(Set<ItemField> touched) {
        if (touches(touched, ItemField.START, ItemField.DUE)
                && startOn != null
                && dueOn != null
                && dueOn.isBefore(startOn))
            throw new ItemRefused(
                    DUE_BEFORE_START,
                    "The due date {due} must not be before the start date {start}.",
                    Map.of("due", dueOn, "start", startOn));
        if (touches(touched, ItemField.KIND, ItemField.SEVERITY) && kind != Kind.ISSUE && severity != null)
            throw new ItemRefused(ONLY_ISSUES_HAVE_SEVERITY, "Only an issue has a severity; a task has a priority.");
        if (touches(touched, ItemField.KIND, ItemField.TASK) && kind != Kind.ISSUE && task != null)
            throw new ItemRefused(ONLY_ISSUES_ARE_ABOUT_TASKS, "Only an issue can be about a task.");
        if (touches(touched, ItemField.LABELS) && labels.size() > LabelName.MOST)
            throw new ItemRefused(
                    TOO_MANY_LABELS,
                    "An item can have at most {most} labels; remove some first.",
                    Map.of("most", LabelName.MOST));
    }

    private static boolean touches(Set<ItemField> touched, ItemField... fields) {
        return List.of(fields).stream().anyMatch(touched::contains);
    }
}
