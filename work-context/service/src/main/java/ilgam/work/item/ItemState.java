package ilgam.work.item;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberId;
import ilgam.starter.locking.FieldVersions;
import ilgam.work.item.ItemSnapshot.Link;
import ilgam.work.language.CommentId;
import ilgam.work.language.ItemEvent;
import ilgam.work.language.ItemEvent.ItemOpened;

import static ilgam.work.item.ItemField.DUE;
import static ilgam.work.item.ItemField.KIND;
import static ilgam.work.item.ItemField.SEVERITY;
import static ilgam.work.item.ItemField.START;
import static ilgam.work.item.ItemField.TASK;

/** The state of an item, as far as decisions read it. It answers changes with events, and events change it. */
final class ItemState {

    private final ItemValues values;
    private final CommentAuthors comments = new CommentAuthors();
    private final FieldVersions<ItemField> versions = new FieldVersions<>();
    private boolean deleted;

    ItemState(ItemOpened opened) {
        values = new ItemValues(opened);
    }

    ItemState(ItemSnapshot kept) {
        values = new ItemValues(kept.now());
        values.link(kept.links());
        comments.unpack(kept.comments());
        versions.restore(kept.changedAt());
        deleted = kept.deleted();
    }

    ItemSnapshot snapshot(ImportTrace trace) {
        return new ItemSnapshot(
                values.now(),
                deleted,
                values.links().stream()
                        .sorted(Comparator.comparing(Link::toString))
                        .toList(),
                comments.packed(),
                versions.kept(),
                trace.lines(),
                trace.openedBy(),
                trace.isTouched(),
                trace.withdrawnWith());
    }

    boolean isDeleted() {
        return deleted;
    }

    boolean has(CommentId comment) {
        return comments.has(comment);
    }

    boolean hasRoomForComments() {
        return comments.count() < CommentText.MOST;
    }

    /** The limit applies to new links only; imported ones are kept. */
    boolean hasRoomFor(ItemChange.Link link) {
        var links = values.links();
        return links.size() < ItemChange.Link.MOST || links.contains(new Link(link.type(), link.other()));
    }

    boolean wrote(MemberId member, CommentId comment) {
        return comments.wrote(member, comment);
    }

    /** Whether a field that these changes set changed after the version that the client saw. */
    boolean changedSince(@Nullable Long seen, List<ItemChange> changes) {
        return versions.changedSince(
                seen, changes.stream().map(ItemField::changedBy).toList());
    }

    ItemInvariants invariants() {
        return new ItemInvariants(
                values.must(KIND),
                values.get(SEVERITY),
                values.get(TASK),
                values.get(START),
                values.get(DUE),
                Set.copyOf(values.labels()));
    }

    /** The events of a change; none when it would change nothing. */
    List<ItemEvent> eventsOf(ItemChange change) {
        return new ItemDecision(values).of(change);
    }

    void evolve(ItemEvent event, long version, @Nullable MemberId actor) {
        ItemField.changedBy(event).ifPresent(field -> versions.changed(field, version));
        values.evolve(event);
        switch (event) {
            case ItemEvent.Commented(var _, var comment, var _) -> comments.add(comment, actor);
            case ItemEvent.CommentRemoved(var _, var comment) -> comments.remove(comment);
            case ItemEvent.ItemDeleted _ -> deleted = true;
            case ItemEvent.ItemRestored _ -> deleted = false;
            default -> {}
        }
    }
}
