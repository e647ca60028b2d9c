package ilgam.work.imports.spool;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
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
import ilgam.work.language.Priority;

import static org.assertj.core.api.Assertions.assertThat;

/** What the first pass has read from a line is stored, and read back without being tidied again. */
class StagedRowsTest {

    private static final ImportSettings SETTINGS = ImportSettings.usual(Instant.parse("2026-11-18T12:00:00Z"));

    /** Settings under which a line means something else, if it were read again. */
    private static final ImportSettings OTHERS = new ImportSettings(
            ZoneId.of("Asia/Seoul"),
            Map.of("low", Priority.HIGH),
            Map.of(),
            true,
            Instant.parse("2000-01-01T00:00:00Z"));

    @Property(tries = 2_000)
    void an_item_comes_back_as_it_was_read(@ForAll("items") String line) {
        var item = read(line);
        var row = StagedRows.of(item);
        assertThat(StagedRows.item(row, OTHERS)).isEqualTo(item);
        assertThat(Tidy.sound(row)).as("can be stored").isEqualTo(row);
    }

    private static SourceItem read(String line) {
        try {
            return SourceItem.of(SourceLine.read(line), SETTINGS);
        } catch (UnreadableRow rejected) {
            Assume.that(false);
            throw rejected;
        }
    }

    @Property(tries = 2_000)
    void an_event_comes_back_as_it_was_read(@ForAll("events") String line) {
        var event = readEvent(line);
        var row = StagedRows.of(event);
        assertThat(StagedRows.event(row, event.line(), OTHERS)).isEqualTo(event);
        assertThat(Tidy.sound(row)).as("can be stored").isEqualTo(row);
    }

    private static SourceEvent readEvent(String line) {
        try {
            return SourceEvent.of(SourceLine.read(line), SETTINGS, 7);
        } catch (UnreadableRow rejected) {
            Assume.that(false);
            throw rejected;
        }
    }

    @Example
    void every_value_of_a_full_item_comes_back() {
        var item = read("""
                {"id":"A-1","project":"A","kind":"bug","title":"One","description":"Two\\nlines","created_at":"2024-01-01T00:00:00.123456789Z",
                 "reporter":"ada","assignee":"lin","priority":"Low","severity":"Major","points":0.50,"resolution":"Done",
                 "labels":["a","b"],"parent":"A-0","status":"Open","links":[{"type":"relates to","to":"A-2"}],
                 "watchers":["eve"],"votes":1.0,"extra":{"a":[1]}}""");
        assertThat(StagedRows.item(StagedRows.of(item), OTHERS)).isEqualTo(item);
    }

    @Example
    void lines_that_an_earlier_version_staged_are_read_as_lines() {
        var item = "{\"id\":\"A-1\",\"priority\":\"Low\"}";
        var event = "{\"item_id\":\"A-1\",\"at\":\"2024-01-01\",\"field\":\"priority\",\"to\":\"Low\"}";
        assertThat(StagedRows.item(item, SETTINGS)).isEqualTo(SourceItem.of(SourceLine.read(item), SETTINGS));
        assertThat(StagedRows.event(event, 7, SETTINGS)).isEqualTo(SourceEvent.of(SourceLine.read(event), SETTINGS, 7));
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
