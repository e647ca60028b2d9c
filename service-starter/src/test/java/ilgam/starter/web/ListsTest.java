package ilgam.starter.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

class ListsTest {

    @Test
    void a_cursor_gives_back_what_went_in() {
        var cursor = Cursor.encode("2026-11-22T00:00:00Z", null, 7, "일감 \"x\"");

        assertThat(cursor).matches("[A-Za-z0-9_-]+");
        assertThat(Cursor.decode(cursor, 4)).containsExactly("2026-11-22T00:00:00Z", null, "7", "일감 \"x\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%%", "bnVsbA", "e30", "WyJhIl0", "W1tdXQ", "WyJcdTAwMDAiLCJhIl0"})
    void a_cursor_that_no_list_gave_out_is_refused(String cursor) {
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
            value = {"\"7\" | true", "W/\"7\" | true", "\"1\", \"7\" | true", "* | true", "\"8\" | false", "7 | false"})
    void a_client_says_which_version_it_knows(String header, boolean known) {
        assertThat(ETags.isKnown(header, 7)).isEqualTo(known);
        assertThat(ETags.isKnown(null, 7)).isFalse();
    }
}
