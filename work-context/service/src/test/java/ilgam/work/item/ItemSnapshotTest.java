package ilgam.work.item;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;

import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import ilgam.member.language.MemberId;
import ilgam.starter.messaging.Metadata;
import ilgam.starter.snapshots.AnySnapshot;
import ilgam.starter.snapshots.AnySnapshot.Past;
import ilgam.work.language.CommentId;
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
import ilgam.work.language.Severity;

import static ilgam.work.item.Board.ADA;
import static ilgam.work.item.Board.ITEM;
import static ilgam.work.item.Board.LIN;
import static ilgam.work.item.Board.OTHER;
import static ilgam.work.item.Board.REMARK;
import static ilgam.work.item.Board.issueOpened;

class ItemSnapshotTest {

    private static final CommentId ANSWER = new CommentId(UUID.nameUUIDFromBytes(new byte[] {7}));
    private static final CommentId FOREIGN = new CommentId(UUID.nameUUIDFromBytes(new byte[] {8}));
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @Test
    void an_item_is_the_same_from_a_snapshot_wherever_it_was_taken() {
        AnySnapshot.isAsGoodAsEvents(
                WorkItem.class,
                WorkItem::new,
                Stream.concat(imported(), lived()).toList());
    }

    private static Stream<Past> imported() {
        return Stream.of(
                line(null, 17, issueOpened()),
                line(ADA, Long.MIN_VALUE, new ItemMoved(ITEM, "to-do", "in-progress")),
                line(null, -1, new Commented(ITEM, FOREIGN, "\u0000 was here")),
                line(null, Long.MAX_VALUE, new ForeignFieldNoted(ITEM, "colour", null, "red")),
                withdrawn(new ItemDeleted(ITEM)),
                withdrawn(new ItemRestored(ITEM)));
    }

    private static Past line(@Nullable MemberId actor, long digest, ItemEvent event) {
        return new Past(
                event, new Provenance(Board.NOON, actor, digest).asMetaData().and(Metadata.SOURCE, "import:one"));
    }

    private static Past withdrawn(ItemEvent event) {
        return new Past(event, MetaData.with(Metadata.SOURCE, "import:one"));
    }

    private static Stream<Past> lived() {
        return Stream.<ItemEvent>of(
                        new ItemRenamed(ITEM, "Tidy up", "정리"),
                        new ItemDescribed(ITEM, "As soon as possible"),
                        new ItemAssigned(ITEM, null, LIN),
                        new ItemStartScheduled(ITEM, null, DAY),
                        new ItemDueScheduled(ITEM, null, DAY),
                        new ItemEstimated(ITEM, null, new BigDecimal("1.50")),
                        new ItemPrioritised(ITEM, Priority.NONE, Priority.HIGH),
                        new ItemSeverityRated(ITEM, Severity.MAJOR, null),
                        new ItemSeverityRated(ITEM, null, Severity.MINOR),
                        new ItemResolved(ITEM, null, "Fixed"),
                        new ItemLabelled(ITEM, "late"),
                        new ItemLabelled(ITEM, "early"),
                        new ItemUnlabelled(ITEM, "late"),
                        new ItemReparented(ITEM, null, OTHER),
                        new ItemTied(ITEM, null, OTHER),
                        new ItemLinked(ITEM, LinkType.BLOCKS, OTHER),
                        new ItemLinked(ITEM, LinkType.RELATES_TO, OTHER),
                        new ItemUnlinked(ITEM, LinkType.BLOCKS, OTHER),
                        new Commented(ITEM, REMARK, "Are you sure?"),
                        new Commented(ITEM, ANSWER, "Yes."),
                        new CommentEdited(ITEM, ANSWER, "No."),
                        new CommentRemoved(ITEM, REMARK),
                        new ItemReclassified(ITEM, Kind.ISSUE, Kind.TASK),
                        new ItemDeleted(ITEM),
                        new ItemRestored(ITEM))
                .map(event -> new Past(event, Board.by(ADA).and(Metadata.SOURCE, "web")));
    }
}
