package ilgam.work.item;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberId;
import ilgam.work.item.ItemCommand.ChangeItem;
import ilgam.work.language.ItemEvent;
import ilgam.work.language.ItemEvent.FieldChanged;
import ilgam.work.language.ItemEvent.ItemOpened;
import ilgam.work.language.ItemId;
import ilgam.work.language.Kind;
import ilgam.work.language.LinkType;
import ilgam.work.language.Priority;
import ilgam.work.language.Severity;

import static ilgam.work.item.Board.ADA;
import static ilgam.work.item.Board.ITEM;
import static ilgam.work.item.Board.LIN;
import static ilgam.work.item.Board.OPEN;
import static ilgam.work.item.Board.OTHER;
import static ilgam.work.item.Board.issueOpened;
import static ilgam.work.item.Board.taskOpened;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is changed together, in whatever order: it all happens as wanted, or nothing does. */
class AnyChangesTest {

    private static final ItemId THIRD = new ItemId(UUID.nameUUIDFromBytes(new byte[] {9}));

    @Property(tries = 250)
    void all_changes_of_a_command_happen_or_none(@ForAll Kind kind, @ForAll("changes") List<ItemChange> changes) {
        var wanted = new PlainItem(opened(kind));
        changes.forEach(wanted::change);

        var events = eventsOf(kind, changes);

        if (wanted.isRefused()) assertThat(events).isEmpty();
        else assertThat(after(kind, events)).isEqualTo(wanted.values());
    }

    @Property(tries = 100)
    void every_event_says_what_was_before_it(@ForAll Kind kind, @ForAll("changes") List<ItemChange> changes) {
        var item = new PlainItem(opened(kind));
        for (var event : eventsOf(kind, changes)) {
            if (event instanceof FieldChanged changed) {
                assertThat(item.values().get(ItemField.of(changed))).isEqualTo(changed.from());
                assertThat(changed.to()).isNotEqualTo(changed.from());
            }
            item.happen(event);
        }
    }

    @Property(tries = 100)
    void a_change_that_was_made_is_not_made_again(@ForAll Kind kind, @ForAll("change") ItemChange change) {
        assertThat(eventsOf(kind, List.of(change, change))).isEqualTo(eventsOf(kind, List.of(change)));
    }

    /** What the command appended; nothing when it was refused. */
    private static List<ItemEvent> eventsOf(Kind kind, List<ItemChange> changes) {
        var items = Board.items();
        items.given(opened(kind)).when(new ChangeItem(ITEM, changes, null));
        return items.getEventStore()
                .readEvents(ITEM.toString())
                .asStream()
                .skip(1)
                .<ItemEvent>map(message -> (ItemEvent) message.getPayload())
                .toList();
    }

    private static Object after(Kind kind, List<ItemEvent> events) {
        var item = new PlainItem(opened(kind));
        events.forEach(item::happen);
        return item.values();
    }

    private static ItemOpened opened(Kind kind) {
        return (ItemOpened) (kind == Kind.TASK ? taskOpened() : issueOpened());
    }

    @Provide
    static Arbitrary<List<ItemChange>> changes() {
        return change().list().ofMinSize(1).ofMaxSize(7);
    }

    @Provide
    static Arbitrary<ItemChange> change() {
        return Arbitraries.oneOf(List.of(
                Arbitraries.of("Tidy up", "Sweep").map(text -> new ItemChange.Rename(new Title(text))),
                Arbitraries.of("", "All of it.").map(text -> new ItemChange.Describe(new Description(text))),
                Arbitraries.of(Kind.class).map(ItemChange.Reclassify::new),
                Arbitraries.of("to-do", "in-progress", "done", "cancelled").map(id -> new ItemChange.Move(id, OPEN)),
                maybe(ADA, LIN).map(member -> new ItemChange.Assign((MemberId) member)),
                days().map(ItemChange.ScheduleStart::new),
                days().map(ItemChange.ScheduleDue::new),
                maybe("0", "1.50").map(text -> new ItemChange.Estimate(Hours.of(number(text)))),
                maybe("0", "5").map(text -> new ItemChange.Size(Points.of(number(text)))),
                Arbitraries.of(Priority.class).map(ItemChange.Prioritise::new),
                maybe(Severity.MINOR, Severity.MAJOR).map(word -> new ItemChange.RateSeverity((Severity) word)),
                maybe("Fixed", "Duplicate").map(text -> new ItemChange.Resolve(Resolution.of((String) text))),
                labels().map(ItemChange.Label::new),
                labels().map(ItemChange.Unlabel::new),
                labels().set().ofMaxSize(3).map(names -> new ItemChange.Relabel(Set.copyOf(names))),
                maybe(OTHER, THIRD).map(item -> new ItemChange.Reparent((ItemId) item)),
                maybe(OTHER, THIRD).map(item -> new ItemChange.Tie((ItemId) item)),
                Arbitraries.of(LinkType.class).map(type -> new ItemChange.Link(type, OTHER)),
                Arbitraries.of(LinkType.class).map(type -> new ItemChange.Unlink(type, OTHER))));
    }

    private static Arbitrary<@Nullable Object> maybe(Object... values) {
        return Arbitraries.of(values).injectNull(0.3);
    }

    private static Arbitrary<@Nullable Day> days() {
        return Arbitraries.integers()
                .between(20, 24)
                .map(day -> new Day(LocalDate.of(2026, 11, day)))
                .injectNull(0.2);
    }

    private static Arbitrary<LabelName> labels() {
        return Arbitraries.of("autumn", "spring", "가을").map(LabelName::new);
    }

    private static @Nullable BigDecimal number(@Nullable Object text) {
        return text == null ? null : new BigDecimal(text.toString());
    }
}
