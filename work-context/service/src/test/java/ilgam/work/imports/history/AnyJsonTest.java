package ilgam.work.imports.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import ilgam.work.imports.line.SourceLine;
import ilgam.work.imports.line.Tidy;
import ilgam.work.imports.line.UnreadableRow;
import ilgam.work.imports.source.AnyJson;
import ilgam.work.imports.source.ImportSettings;
import ilgam.work.imports.source.SourceEvent;
import ilgam.work.imports.source.SourceItem;
import ilgam.work.item.ItemCommand.ImportItem;
import ilgam.work.language.ItemId;
import ilgam.work.language.ProjectId;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever stands in whichever field: the item is taken, unless it has no id. */
class AnyJsonTest {

    private static final Instant NOW = Instant.parse("2026-11-18T12:00:00Z");
    private static final ImportSettings TERMS = ImportSettings.usual(NOW);
    private static final ImportLookups.Known WORLD = new ImportLookups.Known(
            Map.of("ada", new UUID(0, 1)), Map.of("A-2", new UUID(0, 2)), Map.of("Open", "open", "Done", "done"));

    @Property(tries = 2_000)
    void an_item_is_taken_whatever_it_says(@ForAll("items") String line) {
        try {
            mustBeWhole(told(SourceItem.of(SourceLine.read(line), TERMS), List.of()));
        } catch (UnreadableRow rejected) {
            assertThat(rejected.why()).as(line).isEqualTo(UnreadableRow.Cause.NO_ID);
        }
    }

    @Property(tries = 2_000)
    void an_event_is_taken_whatever_it_says(@ForAll("events") String line) {
        try {
            var event = SourceEvent.of(SourceLine.read(line), TERMS, 1);
            var item = SourceItem.of(SourceLine.read("{\"id\":\"A-1\"}"), TERMS);
            var command = told(item, List.of(event, event));
            mustBeWhole(command);
            assertThat(event.is("created") || command.history().size() >= 2).isTrue();
        } catch (UnreadableRow rejected) {
            assertThat(rejected.why()).as(line).isEqualTo(UnreadableRow.Cause.NO_TIME);
        }
    }

    private static ImportItem told(SourceItem item, List<SourceEvent> events) {
        return new ItemHistory(WORLD, TERMS, new ItemId(new UUID(0, 9)), item, NOW, events, _ -> {})
                .command(new ProjectId(new UUID(0, 8)), 1, item.id(), true);
    }

    private static void mustBeWhole(ImportItem command) {
        var text = command.toString();
        assertThat(Tidy.sound(text)).isEqualTo(text);
        assertThat(command.opened().at()).isBeforeOrEqualTo(NOW);
        assertThat(command.history().stream().map(past -> past.from().digest())).doesNotHaveDuplicates();
        assertThat(command.history()).allMatch(past -> !past.from().at().isAfter(NOW));
    }

    @Provide
    static Arbitrary<String> items() {
        return AnyJson.items();
    }

    @Provide
    static Arbitrary<String> events() {
        return AnyJson.events();
    }
}
