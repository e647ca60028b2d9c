package ilgam.work.imports.source;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ilgam.work.imports.line.SourceLine;
import ilgam.work.imports.line.UnreadableRow;
import ilgam.work.language.Kind;
import ilgam.work.language.Priority;
import ilgam.work.language.Severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SourceLineTest {

    private static final Instant NOW = Instant.parse("2026-11-18T12:00:00Z");
    private static final ImportSettings TERMS = new ImportSettings(
            ZoneId.of("Asia/Seoul"), Map.of("chartreuse", Priority.HIGH), Map.of("defect", Kind.ISSUE), false, NOW);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {"id":"A-1"                                     | NOT_JSON
                    [1,2]                                           | NOT_JSON
                    {"id":"A-1"} {"id":"A-2"}                       | NOT_JSON
                    {"title":"x"}                                   | NO_ID
                    {"id":null}                                     | NO_ID
                    {"id":" "}                                      | NO_ID
                    {"id":"\\u200b"}                                | NO_ID
                    {"id":[]}                                       | NO_ID
                    """)
    void an_item_is_rejected_for_few_reasons(String line, UnreadableRow.Cause cause) {
        assertThatThrownBy(() -> SourceItem.of(SourceLine.read(line), TERMS))
                .isInstanceOfSatisfying(
                        UnreadableRow.class,
                        unreadable -> assertThat(unreadable.why()).isEqualTo(cause));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "-", textBlock = """
                    "title":"\\u001b[1m\\u001b[36mtool\\u001b[39m stops"   | title     | tool stops | CHARACTERS
                    "title":"[ERROR] : \\b\\b \\bTypeError"                | title     | [ERROR] :  TypeError | CHARACTERS
                    "title":"cut \\ud83d"                                  | title     | cut \uFFFD | CHARACTERS
                    "title":"\\u202Eevil\\u202C"                           | title     | evil       | CHARACTERS
                    "title":"\\u3164\\u200b"                               | title     | A-1        | NOTHING_VISIBLE
                    "title":null                                           | title     | A-1        | MISSING
                    "title":["a","b"]                                      | title     | a          | NOT_A_TEXT
                    "kind":null                                            | kind      | task       | MISSING
                    "priority":"Mauve"                                     | priority  | NONE       | UNKNOWN_PRIORITY
                    "priority":{"name":"Mauve"}                            | priority  | NONE       | UNKNOWN_PRIORITY
                    "severity":"enhancement"                               | severity  | -          | UNKNOWN_SEVERITY
                    "points":"many"                                        | points    | -          | NOT_A_NUMBER
                    "points":1000.5                                        | points    | -          | OUT_OF_RANGE
                    "points":1e999999999                                   | points    | -          | OUT_OF_RANGE
                    "labels":["a",""]                                      | labels    | -          | EMPTY
                    "labels":["a\\u0000b"]                                 | labels    | ab         | CHARACTERS
                    "labels":"one"                                         | labels    | -          | NOT_A_LIST
                    "links":[7]                                            | links     | -          | NOT_A_TEXT
                    "links":[{"type":"a\\u0000b","to":"A-2"}]              | links     | ab         | CHARACTERS
                    "description":"a\\u0000b"                              | description | ab       | CHARACTERS
                    "created_at":"yesterday"                               | created_at | -         | UNREADABLE_TIME
                    "created_at":"2016-W09-1"                              | created_at | -         | UNREADABLE_TIME
                    "created_at":"2016-060"                                | created_at | -         | UNREADABLE_TIME
                    "created_at":"0001-01-01T00:00:00Z"                    | created_at | -         | UNREADABLE_TIME
                    "created_at":null                                      | created_at | -         | MISSING
                    "created_at":"2098-01-01T00:00:00Z"                    | created_at | 2026-11-18T12:00:00Z | FUTURE_TIME
                    "created_at":"2016-02-29"                              | created_at | 2016-02-28T15:00:00Z | ZONE_ASSUMED
                    """)
    void a_value_that_our_own_input_refuses_is_tidied_and_noted(
            String field, String name, @org.jspecify.annotations.Nullable String became, Note.Reason reason) {
        var notes = item("," + field).notes();
        assertThat(notes).anySatisfy(note -> {
            assertThat(note.field()).isEqualTo(name);
            assertThat(note.became()).isEqualTo(became);
            assertThat(note.reason()).isEqualTo(reason);
        });
    }

    @Test
    void long_values_are_cut_and_noted() {
        var item = item(",\"title\":\"%s\",\"labels\":[\"%s\"],\"resolution\":\"%s\",\"description\":\"%s\""
                .formatted("가".repeat(600), "x".repeat(60), "r".repeat(150), "d".repeat(30_000)));
        assertThat(item.title()).isEqualTo("가".repeat(500));
        assertThat(item.labels()).containsExactly("x".repeat(50));
        assertThat(item.resolution()).isEqualTo("r".repeat(100));
        assertThat(item.description()).isEqualTo("d".repeat(20_000));
        assertThat(item.notes()).hasSize(4).allMatch(note -> note.reason() == Note.Reason.TOO_LONG);
    }

    @Test
    void what_our_own_input_takes_is_not_noted() {
        var item = item("""
                ,"title":" %s\\n","labels":["R&D, Seoul","C:\\\\dir\\\\file.js:1:2","가"],"reporter":"ada","priority":null,"severity":"--","resolution":"","parent":"A-2","description":"a\\r\\nb\\tc"\
                """.formatted("🙂".repeat(300)));
        assertThat(item.notes()).isEmpty();
        assertThat(item.title()).isEqualTo("🙂".repeat(300));
        assertThat(item.labels()).containsExactly("R&D, Seoul", "C:\\dir\\file.js:1:2", "가");
    }

    @Test
    void names_that_cannot_be_kept_are_shortened_and_stay_apart() {
        var one = item(",\"reporter\":\"" + "x".repeat(320) + "1\"");
        var other = item(",\"reporter\":\"" + "x".repeat(320) + "2\"");
        assertThat(one.reporter()).hasSizeLessThanOrEqualTo(200).isNotEqualTo(other.reporter());
        assertThat(one.notes()).singleElement().matches(Note::isPersonal);
        assertThat(item(",\"reporter\":\" \"").reporter()).isNull();
        assertThat(item(",\"reporter\":{\"name\":\"ada\",\"emailAddress\":\"ada@example.org\"}")
                        .reporter())
                .isEqualTo("ada");
    }

    @Test
    void an_id_is_found_again_whatever_it_is() {
        for (var id :
                List.of("7", "1.10", "12345678901234567890", "\"a\\u0000b\"", "\"%s\"".formatted("x".repeat(400)))) {
            var item = SourceItem.of(SourceLine.read("{\"id\":%s}".formatted(id)), TERMS);
            var event = SourceEvent.of(
                    SourceLine.read("{\"item_id\":%s,\"at\":\"2016-02-29T01:16:00Z\"}".formatted(id)), TERMS, 1);
            assertThat(event.itemId()).isEqualTo(item.id()).hasSizeLessThanOrEqualTo(200);
        }
        assertThat(SourceItem.of(SourceLine.read("{\"id\":1.10}"), TERMS).id()).isEqualTo("1.10");
    }

    @Test
    void numbers_keep_their_digits() {
        var item =
                item(",\"ticket\":12345678901234567890,\"share\":0.10000000000000000000001,\"big\":1e400,\"one\":1.0");
        assertThat(SourceLine.json(item.leftOver()))
                .contains("12345678901234567890", "0.10000000000000000000001", "1e400", "\"one\":1.0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            URGENT | Blocker,CRITICAL,urgent,Immediate,Highest,P0,p1,1,1 - Critical
            HIGH   | Major,High,P2,2,chartreuse,2 - High
            NORMAL | Normal,Medium,Moderate,P3,3,3 - Moderate
            LOW    | Minor,Low,Lowest,Trivial,P4,P5,4,5,4 - Low
            NONE   | --,None
            """)
    void priorities_go_by_their_words(Priority priority, String words) {
        for (var word : words.split(",", -1))
            assertThat(Ratings.priority(word, TERMS)).as(word).contains(priority);
        assertThat(Ratings.priority("Mauve", TERMS)).isEmpty();
        assertThat(Ratings.priority(null, TERMS)).contains(Priority.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CRITICAL | Critical,Blocker,S1,1
            MAJOR    | Major,High,S2,2
            MINOR    | Minor,Normal,Medium,S3,3
            TRIVIAL  | Trivial,Low,S4,4
            """)
    void severities_go_by_their_words(Severity severity, String words) {
        for (var word : words.split(",", -1))
            assertThat(item(",\"severity\":\"" + word + "\"").severity())
                    .as(word)
                    .isEqualTo(severity);
        assertThat(item(",\"kind\":\"story\",\"severity\":\"Major\"").notes())
                .containsExactly(Note.of("severity", "Major", null, Note.Reason.SEVERITY_OF_TASK));
    }

    @Test
    void a_workflow_may_say_what_kinds_there_are() {
        assertThat(item(",\"kind\":\"Defect\"").kind()).isEqualTo(Kind.ISSUE);
        assertThat(item(",\"kind\":\"whatever\"").kind()).isEqualTo(Kind.TASK);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2024-01-01T09:00:00.000+0000    | 2024-01-01T09:00:00Z
            2024-01-01T18:00:00.000+0900    | 2024-01-01T09:00:00Z
            2024-01-01T18:00:00+09          | 2024-01-01T09:00:00Z
            2024-01-01T18:00:00+09:00       | 2024-01-01T09:00:00Z
            2024-01-01 09:00:00,123Z        | 2024-01-01T09:00:00.123Z
            2024-01-01 09:00:00 +0000       | 2024-01-01T09:00:00Z
            2024-01-01 09:00:00 UTC         | 2024-01-01T09:00:00Z
            2020-11-01 20:04:54+00:00       | 2020-11-01T20:04:54Z
            20240101T090000Z                | 2024-01-01T09:00:00Z
            2024-01-01t09:00z               | 2024-01-01T09:00:00Z
            2024-01-01T09Z                  | 2024-01-01T09:00:00Z
            2024-01-01T09:00:00.1234567891Z | 2024-01-01T09:00:00.123456789Z
            2016-12-31T23:59:60Z            | 2017-01-01T00:00:00Z
            2024-01-01T24:00:00Z            | 2024-01-02T00:00:00Z
            2024-01-01T18:00:00+09:00[Asia/Seoul] | 2024-01-01T09:00:00Z
            2024-01-01T18:00:00             | 2024-01-01T09:00:00Z
            2024-01-01                      | 2023-12-31T15:00:00Z
            """)
    void times_are_read_in_every_common_spelling(String text, Instant instant) {
        assertThat(item(",\"created_at\":\"" + text + "\"").createdAt()).isEqualTo(instant);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"at":"2016-02-29T01:16:00Z"}                           | UNKNOWN_ITEM
            {"item_id":"A-1"}                                       | NO_TIME
            {"item_id":"A-1","at":"soon"}                           | NO_TIME
            """)
    void an_event_is_rejected_for_few_reasons(String line, UnreadableRow.Cause cause) {
        assertThatThrownBy(() -> SourceEvent.of(SourceLine.read(line), TERMS, 1))
                .isInstanceOfSatisfying(
                        UnreadableRow.class,
                        unreadable -> assertThat(unreadable.why()).isEqualTo(cause));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "field":"priority","to":"Mauve"     | to    | UNKNOWN_PRIORITY
            "field":"comment","to":" "          | to    | EMPTY
            "field":"assignee","to":" "         | to    | EMPTY
            "field":"resolution","from":"a\\u0000" | from | CHARACTERS
            "field":null                        | field | MISSING
            "field":"touch","seq":"soon"        | seq   | NOT_A_NUMBER
            "field":"touch","at":"2098-01-01T00:00:00Z" | at | FUTURE_TIME
            """)
    void a_value_of_an_event_is_tidied_and_noted(String fields, String name, Note.Reason reason) {
        var event = SourceEvent.of(
                SourceLine.read("{\"item_id\":\"A-1\",\"at\":\"2016-02-29T01:16:00Z\"," + fields + "}"), TERMS, 1);
        assertThat(event.notes()).singleElement().satisfies(note -> {
            assertThat(note.field()).isEqualTo(name);
            assertThat(note.reason()).isEqualTo(reason);
        });
        assertThat(event.at()).isBeforeOrEqualTo(NOW);
    }

    @Test
    void a_line_of_many_small_values_takes_little_more_memory_than_its_text() {
        var line = "{\"id\":\"A-1\",\"votes\":[%s1]}".formatted("1,".repeat(2_000_000));
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        var item = SourceItem.of(SourceLine.read(line), TERMS);
        assertThat(SourceLine.json(item.leftOver())).hasSizeGreaterThan(4_000_000);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(60 << 20);
    }

    private static SourceItem item(String more) {
        return SourceItem.of(
                SourceLine.read(
                        "{\"id\":\"A-1\",\"kind\":\"bug\",\"title\":\"x\",\"created_at\":\"2016-02-29T01:16:00Z\"%s}"
                                .formatted(more)),
                TERMS);
    }
}
