package ilgam.work.list;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberId;
import ilgam.work.item.ItemField;
import ilgam.work.language.ItemEvent;
import ilgam.work.language.ItemEvent.CommentEdited;
import ilgam.work.language.ItemEvent.CommentRemoved;
import ilgam.work.language.ItemEvent.Commented;
import ilgam.work.language.ItemEvent.FieldChanged;
import ilgam.work.language.ItemEvent.ForeignFieldNoted;
import ilgam.work.language.ItemEvent.ItemDeleted;
import ilgam.work.language.ItemEvent.ItemDescribed;
import ilgam.work.language.ItemEvent.ItemLabelled;
import ilgam.work.language.ItemEvent.ItemLinked;
import ilgam.work.language.ItemEvent.ItemOpened;
import ilgam.work.language.ItemEvent.ItemRenamed;
import ilgam.work.language.ItemEvent.ItemReparented;
import ilgam.work.language.ItemEvent.ItemRestored;
import ilgam.work.language.ItemEvent.ItemUnlabelled;
import ilgam.work.language.ItemEvent.ItemUnlinked;

/** An event of an item with its place in time. */
record TimedEvent(ItemEvent event, Instant at, long sequence) {

    /** Instants are truncated to the database's microseconds. */
    TimedEvent {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** An imported event dated before the opening takes effect at the opening. */
    TimedEvent notBefore(Instant opening) {
        return at.isBefore(opening) ? new TimedEvent(event, opening, sequence) : this;
    }

    UUID item() {
        return event.item().value();
    }

    boolean changesText() {
        return event instanceof ItemOpened || event instanceof ItemRenamed || event instanceof ItemDescribed;
    }

    /** The first version of an item, from its opening. */
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
        for (var column : Column.ALL) version.set(column, column.field().of(opened));
        version.set(ItemField.DELETED, false);
        opened.labels().forEach(version::label);
        return version;
    }

    void applyTo(ItemVersion version) {
        version.sequence = Math.max(version.sequence, sequence);
        switch (event) {
            case ItemReparented reparented -> {
                version.set(ItemField.PARENT, reparented.to());
                version.set(ItemField.SOURCE_PARENT, null);
            }
            case FieldChanged changed -> version.set(ItemField.of(changed), changed.to());
            case ItemLabelled labelled -> version.label(labelled.label());
            case ItemUnlabelled unlabelled -> version.unlabel(unlabelled.label());
            case ItemDeleted _ -> version.set(ItemField.DELETED, true);
            case ItemRestored _ -> version.set(ItemField.DELETED, false);
            case ItemOpened _, ItemDescribed _, ItemLinked _, ItemUnlinked _ -> {}
            case Commented _, CommentEdited _, CommentRemoved _, ForeignFieldNoted _ -> {}
        }
    }

    private static @Nullable UUID id(@Nullable MemberId member) {
        return member == null ? null : member.value();
    }
}
