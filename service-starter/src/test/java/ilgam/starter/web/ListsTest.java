package ilgam.starter.web;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

class ListsTest {

    @Test
    void a_cursor_decodes_to_the_encoded_values() {
        var cursor = Cursor.encode("2026-11-22T00:00:00Z", null, 7, "일감 \"x\"");

        assertThat(cursor).matches("[A-Za-z0-9_-]+");
        assertThat(Cursor.decode(cursor, 4)).containsExactly("2026-11-22T00:00:00Z", null, "7", "일감 \"x\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%%", "bnVsbA", "e30", "WyJhIl0", "W1tdXQ", "WyJcdTAwMDAiLCJhIl0"})
    void a_malformed_cursor_is_refused(String cursor) {
        assertThat(catchThrowable(() -> Cursor.decode(cursor, 2))).isInstanceOf(Refused.class);
    }

    @Test
    void a_limit_is_between_1_and_200() {
        assertThat(Limits.limit(null)).isEqualTo(50);
        assertThat(Limits.limit(1)).isEqualTo(1);
        assertThat(Limits.limit(200)).isEqualTo(200);
        for (int bad : new int[] {0, -1, 201})
            assertThat(catchThrowable(() -> Limits.limit(bad))).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a,b          | [a, b]",
                "a, b ,,      | [a, b]",
                "a\\,b      | [a,b]",
                "a\\, b     | [a, b]",
                "a\\\\,b  | [a\\, b]",
                "C:\\x      | [C:\\x]",
                "a\\        | [a\\]",
                ",            | []"
            })
    void a_parameter_names_several_texts(String given, String texts) {
        assertThat(ListParameters.values(List.of(given))).hasToString(texts);
    }

    @Test
    void a_comma_within_a_text_does_not_end_it() {
        assertThat(ListParameters.values(List.of("a\\, b,c", "d"))).containsExactly("a, b", "c", "d");
        assertThat(ListParameters.values(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"7\" | 7",
                "W/\"7\" | 7",
                " \"7\" , \"9\",\"8\" | 9",
                "\"abc\", \"7\" | 7",
                "\"a,b\", \"7\" | 7",
                ", \"7\" | 7",
                "* | "
            })
    void if_match_gives_the_expected_version(String header, @Nullable Long version) {
        assertThat(ETags.ifMatch(header)).isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"abc\" | 412",
                "\"\" | 412",
                "\"7-1\", \"x\" | 412",
                "7 | 400",
                "\"7 | 400",
                "'' | 400",
                "\"7\" \"8\"x | 400"
            })
    void an_if_match_that_is_malformed_or_of_something_else_is_refused(String header, int status) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> ETags.ifMatch(header))
                .matches(refused -> refused.status().value() == status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"\"7\" | true", "W/\"7\" | true", "\"1\", \"7\" | true", "* | true", "\"8\" | false", "7 | false"})
    void if_none_match_gives_known_versions(String header, boolean known) {
        assertThat(ETags.isKnown(header, 7)).isEqualTo(known);
        assertThat(ETags.isKnown(null, 7)).isFalse();
    }
}
