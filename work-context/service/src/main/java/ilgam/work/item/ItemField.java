package ilgam.work.item;

import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import ilgam.work.language.ItemEvent;
import ilgam.work.language.ItemEvent.FieldChanged;
import ilgam.work.language.ItemEvent.ItemOpened;

/**
 * The fields of an item: their API names, and the changes and events that set them. Concurrent changes of different
 * fields do not conflict.
 */
public enum ItemField {
    KIND("kind", ItemOpened::kind),
    TITLE("title", ItemOpened::title),
    DESCRIPTION("description", ItemOpened::description),
    STATUS("status", ItemOpened::status),
    REPORTER("reporter", ItemOpened::reporter),
    ASSIGNEE("assignee", ItemOpened::assignee),
    PRIORITY("priority", ItemOpened::priority),
    SEVERITY("severity", ItemOpened::severity),
    RESOLUTION("resolution", ItemOpened::resolution),
    START("startOn", ItemOpened::startOn),
    DUE("dueOn", ItemOpened::dueOn),
    ESTIMATE("estimateHours", ItemOpened::estimateHours),
    POINTS("points", ItemOpened::points),
    LABELS("labels"),
    PARENT("parent", ItemOpened::parent),
    SOURCE_PARENT("sourceParent", ItemOpened::sourceParent),
    TASK("task", ItemOpened::task),
    LINKS("links"),
    DELETED("deleted");

    private final String apiName;

    @SuppressWarnings("ImmutableEnumChecker") // method references only
    private final Function<ItemOpened, @Nullable Object> atOpening;

    /** A field with several values, or one that is never set by the opening. */
    ItemField(String apiName) {
        this(apiName, _ -> null);
    }

    ItemField(String apiName, Function<ItemOpened, @Nullable Object> atOpening) {
        this.apiName = apiName;
        this.atOpening = atOpening;
    }

    public String apiName() {
        return apiName;
    }

    /** The field's value in the opening event. */
    public @Nullable Object of(ItemOpened opened) {
        return atOpening.apply(opened);
    }

    /** The field whose value the event changed. */
    public static ItemField of(FieldChanged event) {
        return changedBy(event).orElseThrow();
    }

    /**
     * The field that an event changed; empty for comments, deletion and notes of an import, which do not conflict with
     * changes of fields.
     */
    static Optional<ItemField> changedBy(ItemEvent event) {
        return Optional.ofNullable(
                switch (event) {
                    case ItemEvent.ItemReclassified _ -> KIND;
                    case ItemEvent.ItemRenamed _ -> TITLE;
                    case ItemEvent.ItemDescribed _ -> DESCRIPTION;
                    case ItemEvent.ItemMoved _ -> STATUS;
                    case ItemEvent.ItemAssigned _ -> ASSIGNEE;
                    case ItemEvent.ItemPrioritised _ -> PRIORITY;
                    case ItemEvent.ItemSeverityRated _ -> SEVERITY;
                    case ItemEvent.ItemResolved _ -> RESOLUTION;
                    case ItemEvent.ItemStartScheduled _ -> START;
                    case ItemEvent.ItemDueScheduled _ -> DUE;
                    case ItemEvent.ItemEstimated _ -> ESTIMATE;
                    case ItemEvent.ItemSized _ -> POINTS;
                    case ItemEvent.ItemLabelled _, ItemEvent.ItemUnlabelled _ -> LABELS;
                    case ItemEvent.ItemReparented _ -> PARENT;
                    case ItemEvent.ItemTied _ -> TASK;
                    case ItemEvent.ItemLinked _, ItemEvent.ItemUnlinked _ -> LINKS;
                    case ItemOpened _,
                            ItemEvent.Commented _,
                            ItemEvent.CommentEdited _,
                            ItemEvent.CommentRemoved _,
                            ItemEvent.ItemDeleted _,
                            ItemEvent.ItemRestored _,
                            ItemEvent.ForeignFieldNoted _ -> null;
                });
    }

    static ItemField changedBy(ItemChange change) {
        return switch (change) {
            case ItemChange.Reclassify _ -> KIND;
            case ItemChange.Rename _ -> TITLE;
            case ItemChange.Describe _ -> DESCRIPTION;
            case ItemChange.Move _ -> STATUS;
            case ItemChange.Assign _ -> ASSIGNEE;
            case ItemChange.Prioritise _ -> PRIORITY;
            case ItemChange.RateSeverity _ -> SEVERITY;
            case ItemChange.Resolve _ -> RESOLUTION;
            case ItemChange.ScheduleStart _ -> START;
            case ItemChange.ScheduleDue _ -> DUE;
            case ItemChange.Estimate _ -> ESTIMATE;
            case ItemChange.Size _ -> POINTS;
            case ItemChange.Label _, ItemChange.Unlabel _, ItemChange.Relabel _ -> LABELS;
            case ItemChange.Reparent _ -> PARENT;
            case ItemChange.Tie _ -> TASK;
            case ItemChange.Link _, ItemChange.Unlink _ -> LINKS;
        };
    }
}
