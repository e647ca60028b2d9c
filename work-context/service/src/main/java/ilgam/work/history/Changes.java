package ilgam.work.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import ilgam.work.language.ItemEvent;
import ilgam.work.language.ItemEvent.CommentEdited;
import ilgam.work.language.ItemEvent.CommentRemoved;
import ilgam.work.language.ItemEvent.Commented;
import ilgam.work.language.ItemEvent.ForeignFieldNoted;
import ilgam.work.language.ItemEvent.ItemAssigned;
import ilgam.work.language.ItemEvent.ItemDeleted;
import ilgam.work.language.ItemEvent.ItemDescribed;
import ilgam.work.language.ItemEvent.ItemDueScheduled;
import ilgam.work.language.ItemEvent.ItemEstimated;
import ilgam.work.language.ItemEvent.ItemLabelled;
import ilgam.work.language.ItemEvent.ItemLinked;
import ilgam.work.language.ItemEvent.ItemMoved;
import ilgam.work.language.ItemEvent.ItemOpened;
import ilgam.work.language.ItemEvent.ItemPrioritised;
import ilgam.work.language.ItemEvent.ItemReclassified;
import ilgam.work.language.ItemEvent.ItemRenamed;
import ilgam.work.language.ItemEvent.ItemReparented;
import ilgam.work.language.ItemEvent.ItemResolved;
import ilgam.work.language.ItemEvent.ItemRestored;
import ilgam.work.language.ItemEvent.ItemSeverityRated;
import ilgam.work.language.ItemEvent.ItemStartScheduled;
import ilgam.work.language.ItemEvent.ItemTied;
import ilgam.work.language.ItemEvent.ItemUnlabelled;
import ilgam.work.language.ItemEvent.ItemUnlinked;
import ilgam.work.language.Kind;
import ilgam.work.language.LinkType;
import ilgam.work.language.Priority;

/** What an event changed, as [field, from, to] with the API's names of the fields and the event's own ids. */
final class Changes {

    static final String STATUS = "status";
    static final String COMMENT = "comment";
    static final String DESCRIPTION = "description";

    /** Fields whose values are ids of items. */
    static final List<String> OF_ITEMS = List.of("parent", "task", "blocks", "relates-to", "duplicates");

    private Changes() {}

    static List<List<@Nullable Object>> of(ItemEvent event) {
        return switch (event) {
            case ItemOpened opened -> opening(opened);
            case ItemRenamed renamed -> one("title", renamed.from(), renamed.to());
            case ItemDescribed described -> one(DESCRIPTION, null, described.to());
            case ItemReclassified reclassified -> one("kind", lower(reclassified.from()), lower(reclassified.to()));
            case ItemMoved moved -> one(STATUS, moved.from(), moved.to());
            case ItemAssigned assigned -> one("assignee", text(assigned.from()), text(assigned.to()));
            case ItemStartScheduled scheduled -> one("startOn", text(scheduled.from()), text(scheduled.to()));
            case ItemDueScheduled scheduled -> one("dueOn", text(scheduled.from()), text(scheduled.to()));
            case ItemEstimated estimated -> one("estimateHours", estimated.from(), estimated.to());
            case ItemPrioritised prioritised -> one("priority", prioritised.from(), prioritised.to());
            case ItemSeverityRated rated -> one("severity", rated.from(), rated.to());
            case ItemResolved resolved -> one("resolution", resolved.from(), resolved.to());
            case ItemLabelled labelled -> one("labels", null, labelled.label());
            case ItemUnlabelled unlabelled -> one("labels", unlabelled.label(), null);
            case ItemReparented reparented -> one("parent", text(reparented.from()), text(reparented.to()));
            case ItemTied tied -> one("task", text(tied.from()), text(tied.to()));
            case ItemLinked linked -> one(name(linked.type()), null, text(linked.other()));
            case ItemUnlinked unlinked -> one(name(unlinked.type()), text(unlinked.other()), null);
            case Commented commented -> one(COMMENT, null, text(commented.comment()));
            case CommentEdited edited -> one(COMMENT, text(edited.comment()), text(edited.comment()));
            case CommentRemoved removed -> one(COMMENT, text(removed.comment()), null);
            case ItemDeleted _ -> one("deleted", false, true);
            case ItemRestored _ -> one("deleted", true, false);
            case ForeignFieldNoted noted -> one(noted.field(), noted.from(), noted.to());
        };
    }

    private static List<List<@Nullable Object>> opening(ItemOpened opened) {
        var changes = new ArrayList<List<@Nullable Object>>();
        set(changes, "kind", lower(opened.kind()));
        set(changes, "title", opened.title());
        if (!opened.description().isEmpty()) set(changes, DESCRIPTION, opened.description());
        set(changes, STATUS, opened.status());
        set(changes, "reporter", text(opened.reporter()));
        set(changes, "assignee", text(opened.assignee()));
        if (opened.priority() != Priority.NONE) set(changes, "priority", opened.priority());
        set(changes, "severity", opened.severity());
        set(changes, "resolution", opened.resolution());
        set(changes, "startOn", text(opened.startOn()));
        set(changes, "dueOn", text(opened.dueOn()));
        set(changes, "estimateHours", opened.estimateHours());
        opened.labels().forEach(label -> set(changes, "labels", label));
        set(changes, "parent", text(opened.parent()));
        set(changes, "sourceParent", opened.sourceParent());
        set(changes, "task", text(opened.task()));
        return changes;
    }

    private static void set(List<List<@Nullable Object>> changes, String field, @Nullable Object value) {
        if (value != null) changes.addAll(one(field, null, value));
    }

    private static List<List<@Nullable Object>> one(String field, @Nullable Object from, @Nullable Object to) {
        return List.of(Arrays.asList(field, from, to));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static String lower(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String name(LinkType type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
