package ilgam.work.item;

import java.util.Objects;

import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

import ilgam.starter.messaging.Metadata;
import ilgam.work.language.ItemEvent;
import ilgam.work.language.ItemEvent.ItemDeleted;
import ilgam.work.language.ItemEvent.ItemOpened;
import ilgam.work.language.ItemEvent.ItemRestored;

/** What imports did to an item. Imports are called as in the events' metadata. */
final class ImportTrace {

    private final ImportedLines lines = new ImportedLines();

    /** The import that opened it, or that restored it after a withdrawal. */
    private @Nullable String openedBy;

    /** Whether anything but that import changed it or commented on it. */
    private boolean touched;

    /** The import with which it was withdrawn. */
    private @Nullable String withdrawnWith;

    void evolve(ItemEvent event, MetaData metadata) {
        var by = importOf(metadata);
        if (event instanceof ItemOpened) openedBy = by;
        if (event instanceof ItemRestored && isWithdrawn() && by != null) openedBy = by;
        if (!Objects.equals(by, openedBy)) touched = true;
        if (event instanceof ItemDeleted) withdrawnWith = by;
        if (event instanceof ItemRestored) withdrawnWith = null;
        if (metadata.get(Provenance.IMPORTED_AS) instanceof String digest)
            lines.add(Long.parseUnsignedLong(digest, 16));
    }

    void restore(ItemSnapshot kept) {
        lines.unpack(kept.importedLines());
        openedBy = kept.openedBy();
        touched = kept.touched();
        withdrawnWith = kept.withdrawnWith();
    }

    boolean has(ImportedEvent past) {
        return lines.has(past.from().digest());
    }

    boolean isWithdrawn() {
        return withdrawnWith != null;
    }

    boolean isWithdrawnWith(String source) {
        return source.equals(withdrawnWith);
    }

    boolean isOpenedBy(String source) {
        return source.equals(openedBy);
    }

    boolean isTouched() {
        return touched;
    }

    @Nullable
    String openedBy() {
        return openedBy;
    }

    @Nullable
    String withdrawnWith() {
        return withdrawnWith;
    }

    /** The form in {@link ItemSnapshot}. */
    String lines() {
        return lines.packed();
    }

    private static @Nullable String importOf(MetaData metadata) {
        return metadata.get(Metadata.SOURCE) instanceof String source && source.startsWith("import:") ? source : null;
    }
}
