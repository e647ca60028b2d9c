package ilgam.work.list;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberId;
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

/** An event of an item with its place in time. */
record TimedEvent(ItemEvent event, Instant at, long sequence) {

    /** Instants are kept as precisely as the database can: by the microsecond. */
    TimedEvent {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** An imported event dated before the opening counts as of the opening. */
    TimedEvent notBefore(Instant opening) {
        return at.isBefore(opening) ? new TimedEvent(event, opening, sequence) : this;
    }

    UUID item() {
        return event.item().value();
    }

    boolean changesText() {
        return event instanceof ItemOpened || event instanceof ItemRenamed || event instanceof ItemDescribed;
    }

    /** The item as this opening made it. */
    static ItemVersion opened(ItemOpened opened, Instant at) {
        var version = new ItemVersion(
                new ItemVersion.Origin(
                        opened.item().value(),
                        opened.project().value(),
                        opened.number(),
                        opened.sourceKey(),
                        at,
                        id(opened.reporter())),
                at);
        version.set(Field.KIND, opened.kind());
        version.set(Field.TITLE, opened.title());
        version.set(Field.STATUS, opened.status());
        version.set(Field.ASSIGNEE, opened.assignee());
        version.set(Field.PRIORITY, opened.priority());
        version.set(Field.SEVERITY, opened.severity());
        version.set(Field.RESOLUTION, opened.resolution());
        version.set(Field.START_ON, opened.startOn());
        version.set(Field.DUE_ON, opened.dueOn());
        version.set(Field.ESTIMATE, opened.estimateHours());
        version.set(Field.PARENT, opened.parent());
        version.set(Field.SOURCE_PARENT, opened.sourceParent());
        version.set(Field.TASK, opened.task());
        version.set(Field.DELETED, false);
        opened.labels().forEach(version::label);
        return version;
    }

    void applyTo(ItemVersion version) {
        version.sequence = Math.max(version.sequence, sequence);
        switch (event) {
            case ItemRenamed renamed -> version.set(Field.TITLE, renamed.to());
            case ItemReclassified reclassified -> version.set(Field.KIND, reclassified.to());
            case ItemMoved moved -> version.set(Field.STATUS, moved.to());
            case ItemAssigned assigned -> version.set(Field.ASSIGNEE, assigned.to());
            case ItemStartScheduled scheduled -> version.set(Field.START_ON, scheduled.to());
            case ItemDueScheduled scheduled -> version.set(Field.DUE_ON, scheduled.to());
            case ItemEstimated estimated -> version.set(Field.ESTIMATE, estimated.to());
            case ItemPrioritised prioritised -> version.set(Field.PRIORITY, prioritised.to());
            case ItemSeverityRated rated -> version.set(Field.SEVERITY, rated.to());
            case ItemResolved resolved -> version.set(Field.RESOLUTION, resolved.to());
            case ItemLabelled labelled -> version.label(labelled.label());
            case ItemUnlabelled unlabelled -> version.unlabel(unlabelled.label());
            case ItemReparented reparented -> {
                version.set(Field.PARENT, reparented.to());
                version.set(Field.SOURCE_PARENT, null);
            }
            case ItemTied tied -> version.set(Field.TASK, tied.to());
            case ItemDeleted _ -> version.set(Field.DELETED, true);
            case ItemRestored _ -> version.set(Field.DELETED, false);
            case ItemOpened _, ItemDescribed _, ItemLinked _, ItemUnlinked _ -> {}
            case Commented _, CommentEdited _, CommentRemoved _, ForeignFieldNoted _ -> {}
        }
    }

    private static @Nullable UUID id(@Nullable MemberId member) {
        return member == null ? null : member.value();
    }
}
