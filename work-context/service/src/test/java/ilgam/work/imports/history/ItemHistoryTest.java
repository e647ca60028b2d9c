package ilgam.work.imports.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import ilgam.member.language.MemberId;
import ilgam.work.imports.line.SourceLine;
import ilgam.work.imports.results.PersonalValue;
import ilgam.work.imports.source.ImportSettings;
import ilgam.work.imports.source.Note;
import ilgam.work.imports.source.SourceEvent;
import ilgam.work.imports.source.SourceItem;
import ilgam.work.item.ImportedEvent;
import ilgam.work.item.ItemCommand.ImportItem;
import ilgam.work.language.ItemEvent.Commented;
import ilgam.work.language.ItemEvent.ForeignFieldNoted;
import ilgam.work.language.ItemEvent.ItemAssigned;
import ilgam.work.language.ItemEvent.ItemLinked;
import ilgam.work.language.ItemEvent.ItemMoved;
import ilgam.work.language.ItemEvent.ItemOpened;
import ilgam.work.language.ItemEvent.ItemPrioritised;
import ilgam.work.language.ItemEvent.ItemSized;
import ilgam.work.language.ItemId;
import ilgam.work.language.Kind;
import ilgam.work.language.LinkType;
import ilgam.work.language.Priority;
import ilgam.work.language.ProjectId;

import static ilgam.work.imports.source.Note.Reason.STATUS_DIFFERS;
import static ilgam.work.imports.source.Note.Reason.STATUS_WITHOUT_HISTORY;
import static ilgam.work.imports.source.Note.Reason.STATUS_WITHOUT_MOVES;
import static ilgam.work.imports.source.Note.Reason.UNKNOWN_STATUS;
import static org.assertj.core.api.Assertions.assertThat;

class ItemHistoryTest {

    private static final UUID ADA = new UUID(0, 1);
    private static final UUID LIN = new UUID(0, 2);
    private static final ItemId ITEM = new ItemId(new UUID(0, 10));
    private static final UUID OTHER = new UUID(0, 11);
    private static final ImportLookups.Known WORLD = new ImportLookups.Known(
            Map.of("ada", ADA, "lin", LIN), Map.of("SN-2", OTHER), Map.of("New", "new", "Closed", "closed"));

    private static final ImportSettings TERMS = ImportSettings.usual(Instant.parse("2026-11-18T12:00:00Z"));

    private static final String PLAIN = """
            {"id":"SN-1","kind":"incident","title":"Printer","created_at":"2016-02-29T01:16:00Z","reporter":"ada",
             "assignee":"lin","priority":"Moderate"%s}""";

    @Test
    void incidents_and_bugs_become_issues_and_all_other_kinds_tasks() {
        assertThat(List.of("incident", "bug", "story", "epic", "whatever").stream()
                        .map(kind -> told(PLAIN.formatted("").replace("incident", kind))
                                .opening()
                                .kind()))
                .containsExactly(Kind.ISSUE, Kind.ISSUE, Kind.TASK, Kind.TASK, Kind.TASK);
    }

    @Test
    void a_value_without_events_was_what_it_is_at_last_from_the_start() {
        var opening = opened(told(PLAIN.formatted("")));
        assertThat(opening.assignee()).isEqualTo(new MemberId(LIN));
        assertThat(opening.priority()).isEqualTo(Priority.NORMAL);
        assertThat(opening.status()).isNull();
    }

    @Test
    void story_points_start_as_their_first_event_says() {
        var sized = PLAIN.formatted(",\"points\":8");
        assertThat(opened(told(sized)).points()).isEqualTo(new BigDecimal("8"));
        var command = told(sized, event("points", "3", "5"), event("points", "5", "8"));
        assertThat(opened(command).points()).isEqualTo(new BigDecimal("3"));
        assertThat(command.history())
                .extracting(ImportedEvent::event)
                .contains(
                        new ItemSized(ITEM, new BigDecimal("3"), new BigDecimal("5")),
                        new ItemSized(ITEM, new BigDecimal("5"), new BigDecimal("8")));
    }

    @Test
    void a_value_with_events_starts_as_the_first_of_them_says() {
        var command = told(
                PLAIN.formatted(""),
                event("assignee", null, "lin"),
                event("priority", "Low", "Critical"),
                event("status", null, "New"));
        assertThat(opened(command).assignee()).isNull();
        assertThat(opened(command).priority()).isEqualTo(Priority.LOW);
        assertThat(command.history())
                .extracting(ImportedEvent::event)
                .contains(
                        new ItemAssigned(ITEM, null, new MemberId(LIN)),
                        new ItemPrioritised(ITEM, Priority.LOW, Priority.URGENT),
                        new ItemMoved(ITEM, null, "new"));
    }

    @Test
    void a_field_without_counterpart_is_kept_as_it_was() {
        var command = told(
                PLAIN.formatted(",\"components\":[\"Android\"],\"extra\":{\"impact\":\"2\"},\"epic\":null"),
                event("group", null, "group-56"));
        assertThat(command.history())
                .extracting(ImportedEvent::event)
                .containsExactly(
                        new ForeignFieldNoted(
                                ITEM,
                                "source",
                                null,
                                "{\"kind\":\"incident\",\"components\":[\"Android\"],\"extra\":{\"impact\":\"2\"}}"),
                        new ForeignFieldNoted(ITEM, "group", null, "group-56"));
    }

    @Test
    void a_parent_and_links_outside_the_set_are_kept_as_text() {
        var command = told(PLAIN.formatted("""
                ,"parent":"XX-9","links":[{"type":"relates to","to":"SN-2"},{"type":"is cloned from","to":"SN-2"},{"type":"relates to","to":"XX-8"}]"""));
        assertThat(opened(command).parent()).isNull();
        assertThat(opened(command).sourceParent()).isEqualTo("XX-9");
        assertThat(command.history().stream().skip(1))
                .extracting(ImportedEvent::event)
                .containsExactly(
                        new ItemLinked(ITEM, LinkType.RELATES_TO, new ItemId(OTHER)),
                        new ForeignFieldNoted(ITEM, "link", null, "is cloned from SN-2"),
                        new ForeignFieldNoted(ITEM, "link", null, "relates to XX-8"));
    }

    @Test
    void equal_lines_stay_two_and_the_same_upload_gives_the_same_digests() {
        var first = told(PLAIN.formatted(""), event("touch", null, null), event("touch", null, null));
        var again = told(PLAIN.formatted(""), event("touch", null, null), event("touch", null, null));
        assertThat(first).isEqualTo(again);
        assertThat(first.history().stream().map(past -> past.from().digest())).doesNotHaveDuplicates();
    }

    @Test
    void a_comment_keeps_its_author_and_time() {
        var command = told(PLAIN.formatted(""), event("comment", null, "Have you tried turning it off?"));
        var comment = command.history().getLast();
        assertThat(comment.event())
                .isInstanceOfSatisfying(
                        Commented.class,
                        commented -> assertThat(commented.text()).isEqualTo("Have you tried turning it off?"));
        assertThat(comment.from().actor()).isEqualTo(new MemberId(ADA));
        assertThat(comment.from().at()).isEqualTo("2016-03-01T00:00:00Z");
    }

    @Test
    void an_own_status_counts_from_the_start_where_no_event_tells_of_any() {
        var closed = PLAIN.formatted(",\"status\":\"Closed\"");
        assertThat(opened(told(closed, event("created", null, null))).status()).isEqualTo("closed");
        assertThat(note(TERMS, closed)).isEqualTo(Note.of("status", "Closed", "Closed", STATUS_WITHOUT_MOVES));
        assertThat(note(TERMS, PLAIN.formatted(",\"status\":\"Gone\"")))
                .isEqualTo(Note.of("status", "Gone", null, UNKNOWN_STATUS));
    }

    @Test
    void moves_alone_count_where_there_are_any_and_a_difference_is_told() {
        var closed = PLAIN.formatted(",\"status\":\"Closed\"");
        assertThat(opened(told(closed, event("status", null, "New"))).status()).isNull();
        assertThat(note(TERMS, closed, event("status", null, "New")))
                .isEqualTo(Note.of("status", "Closed", "New", STATUS_DIFFERS));
        assertThat(note(TERMS, closed, event("status", "New", "Closed"))).isNull();
    }

    @Test
    void an_item_with_events_but_no_move_has_no_status_where_the_events_tell_of_every_one() {
        var settings = new ImportSettings(TERMS.zone(), Map.of(), Map.of(), true, TERMS.now());
        var closed = PLAIN.formatted(",\"status\":\"Closed\"");
        assertThat(note(settings, closed, event("created", null, null)))
                .isEqualTo(Note.of("status", "Closed", null, STATUS_WITHOUT_HISTORY));
        assertThat(note(settings, closed)).isEqualTo(Note.of("status", "Closed", "Closed", STATUS_WITHOUT_MOVES));
    }

    @Test
    void a_move_to_an_unknown_status_is_kept_and_moves_nothing() {
        var command = told(PLAIN.formatted(""), event("status", "New", "Gone"), event("status", null, null));
        assertThat(command.history().stream().skip(1))
                .extracting(ImportedEvent::event)
                .containsExactly(
                        new ForeignFieldNoted(ITEM, "status", "New", "Gone"),
                        new ForeignFieldNoted(ITEM, "status", null, null));
    }

    @Test
    void what_was_tidied_stands_in_the_history_as_it_was() {
        var command = told(
                PLAIN.formatted("").replace("Moderate", "Chartreuse").replace("Printer", "Prin\\bter"),
                event("priority", "Low", "Mauve"));
        assertThat(opened(command).title()).isEqualTo("Printer");
        assertThat(opened(command).priority()).isEqualTo(Priority.LOW);
        assertThat(command.history().stream().skip(1))
                .extracting(ImportedEvent::event)
                .containsExactly(
                        new ForeignFieldNoted(ITEM, "title", null, "Prin\bter"),
                        new ForeignFieldNoted(ITEM, "priority", null, "Chartreuse"),
                        new ItemPrioritised(ITEM, Priority.LOW, Priority.NONE),
                        new ForeignFieldNoted(ITEM, "priority", "Low", "Mauve"));
    }

    @Test
    void a_long_value_becomes_several_events_that_stay_light() {
        var command = told(PLAIN.formatted(",\"log\":\"" + "x".repeat(100_000) + "\""));
        var pieces = command.history().stream()
                .map(past -> ((ForeignFieldNoted) past.event()).to())
                .toList();
        assertThat(pieces).allMatch(piece -> piece != null && piece.length() <= 16_000);
        assertThat(String.join("", pieces)).contains("x".repeat(100_000));
    }

    @Test
    void watchers_recipients_and_addresses_stay_out_of_events() {
        var hidden = new ArrayList<PersonalValue>();
        var command = history(
                        TERMS,
                        PLAIN.formatted("""
                                ,"watchers":["Eve <eve@example.org>"],"extra":{"cc_list":"bob","note":"ask joe@example.org"}"""),
                        hidden::add,
                        event("cc", null, "dan"),
                        event("whiteboard", null, "mail kim@example.org"))
                .command(new ProjectId(new UUID(0, 20)), 1, null, true);
        assertThat(command.toString())
                .contains("[hidden]")
                .doesNotContain("eve@", "bob", "joe@", "=dan", "kim@", "example.org");
        assertThat(hidden)
                .extracting(PersonalValue::value)
                .contains("[\"Eve <eve@example.org>\"]", "bob", "joe@example.org", "dan", "kim@example.org");
    }

    private static @org.jspecify.annotations.Nullable Note note(
            ImportSettings settings, String item, String... events) {
        return history(settings, item, _ -> {}, events).statusNote();
    }

    private static ItemOpened opened(ImportItem command) {
        return command.opening().of(command.item(), command.number());
    }

    private static ImportItem told(String item, String... events) {
        return history(TERMS, item, _ -> {}, events).command(new ProjectId(new UUID(0, 20)), 1, null, true);
    }

    private static ItemHistory history(
            ImportSettings settings, String item, Consumer<PersonalValue> hidden, String... events) {
        return new ItemHistory(
                WORLD,
                settings,
                ITEM,
                SourceItem.of(SourceLine.read(item), settings),
                Instant.EPOCH,
                Arrays.stream(events)
                        .map(event -> SourceEvent.of(SourceLine.read(event), settings, 7))
                        .toList(),
                hidden);
    }

    private static String event(
            String field,
            @org.jspecify.annotations.Nullable String from,
            @org.jspecify.annotations.Nullable String to) {
        return "{\"item_id\":\"SN-1\",\"seq\":1,\"at\":\"2016-03-01T00:00:00Z\",\"actor\":\"ada\",\"field\":\"%s\",\"from\":%s,\"to\":%s}"
                .formatted(field, quoted(from), quoted(to));
    }

    private static String quoted(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }
}
