package ilgam.work.item;

import java.util.Optional;

import ilgam.work.language.ItemEvent;

/** The fields of an item that two members can change without being in each other's way. */
enum ItemField {
    TITLE,
    DESCRIPTION,
    KIND,
    STATUS,
    ASSIGNEE,
    START,
    DUE,
    ESTIMATE,
    PRIORITY,
    SEVERITY,
    RESOLUTION,
    LABELS,
    PARENT,
    TASK,
    LINKS;

    /** Comments, deletion and notes of an import are in nobody's way. */
    static Optional<ItemField> touchedBy(ItemEvent event) {
        return Optional.ofNullable(
                switch (event) {
                    case ItemEvent.ItemRenamed _ -> TITLE;
                    case ItemEvent.ItemDescribed _ -> DESCRIPTION;
                    case ItemEvent.ItemReclassified _ -> KIND;
                    case ItemEvent.ItemMoved _ -> STATUS;
                    case ItemEvent.ItemAssigned _ -> ASSIGNEE;
                    case ItemEvent.ItemStartScheduled _ -> START;
                    case ItemEvent.ItemDueScheduled _ -> DUE;
                    case ItemEvent.ItemEstimated _ -> ESTIMATE;
                    case ItemEvent.ItemPrioritised _ -> PRIORITY;
                    case ItemEvent.ItemSeverityRated _ -> SEVERITY;
                    case ItemEvent.ItemResolved _ -> RESOLUTION;
                    case ItemEvent.ItemLabelled _, ItemEvent.ItemUnlabelled _ -> LABELS;
                    case ItemEvent.ItemReparented _ -> PARENT;
                    case ItemEvent.ItemTied _ -> TASK;
                    case ItemEvent.ItemLinked _, ItemEvent.ItemUnlinked _ -> LINKS;
                    case ItemEvent.ItemOpened _,
                            ItemEvent.Commented _,
                            ItemEvent.CommentEdited _,
                            ItemEvent.CommentRemoved _,
                            ItemEvent.ItemDeleted _,
                            ItemEvent.ItemRestored _,
                            ItemEvent.ForeignFieldNoted _ -> null;
                });
    }

    static ItemField touchedBy(ItemChange change) {
        return switch (change) {
            case ItemChange.Rename _ -> TITLE;
            case ItemChange.Describe _ -> DESCRIPTION;
            case ItemChange.Reclassify _ -> KIND;
            case ItemChange.Move _ -> STATUS;
            case ItemChange.Assign _ -> ASSIGNEE;
            case ItemChange.ScheduleStart _ -> START;
            case ItemChange.ScheduleDue _ -> DUE;
            case ItemChange.Estimate _ -> ESTIMATE;
            case ItemChange.Prioritise _ -> PRIORITY;
            case ItemChange.RateSeverity _ -> SEVERITY;
            case ItemChange.Resolve _ -> RESOLUTION;
            case ItemChange.Label _, ItemChange.Unlabel _, ItemChange.Relabel _ -> LABELS;
            case ItemChange.Reparent _ -> PARENT;
            case ItemChange.Tie _ -> TASK;
            case ItemChange.Link _, ItemChange.Unlink _ -> LINKS;
        };
    }
}
