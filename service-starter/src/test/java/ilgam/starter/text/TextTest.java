package ilgam.starter.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TextTest {

    @Test
    void text_is_normalised() {
        assertThat(Text.line("\u1100\u1161\u11a8")).isEqualTo("각");
        assertThat(Text.line(" e\u0301 ")).isEqualTo("é");
        assertThat(Text.prose("e\u0301\n")).isEqualTo("é\n");
        assertThat(Text.tidyLine("e\u0301\u0007")).isEqualTo("é");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b",
                "a\u0008b",
                "a\tb",
                "a\nb",
                "a\r\nb",
                "\u001b[31m",
                "a\u007f",
                "a\u0085b",
                "a\u2028b",
                "a\u202eb",
                "a\u202ab",
                "a\u2066b",
                "a\u2069",
                "half \ud83d",
                "\ude00 half"
            })
    void control_characters_direction_changes_and_surrogates_are_refused_in_a_line(String text) {
        assertThatExceptionOfType(UnfitText.class).isThrownBy(() -> Text.line(text));
    }

    /** Emoji of families, flags and hearts; Persian, Hindi and Malayalam; variants of Han; marks of direction. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "👨‍👩‍👧‍👦",
                "❤️",
                "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
                "🇰🇷",
                "👍🏽",
                "می‌خواهم",
                "क्‍ष",
                "ന്‍",
                "葛󠄀",
                "ﷺ",
                "‏שלום‏"
            })
    void characters_of_emoji_and_scripts_stay(String text) {
        assertThat(Text.line(text)).isEqualTo(text);
        assertThat(Text.prose(text)).isEqualTo(text);
        assertThat(Text.tidyLine(text)).isEqualTo(text);
        assertThat(Text.isVisible(text)).isTrue();
    }

    @Test
    void prose_is_tidied() {
        assertThat(Text.prose("a\u0000\r\n\tb\r\u202ec\u2028d \ud83d")).isEqualTo("a\n\tb\nc\nd \ufffd");
        assertThat(Text.prose("  as\n  written \n")).isEqualTo("  as\n  written \n");
    }

    @Test
    void a_line_from_elsewhere_is_tidied() {
        assertThat(Text.tidyLine("\u001b[31ma\nb\u202e\ud83d")).isEqualTo("[31ma b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u00a0",
                "\u3000",
                "\u200b",
                "\u200d",
                "\u2060",
                "\ufeff",
                "\u00ad",
                "\u3164",
                "\uffa0",
                "\u115f\u1160",
                "\u2800",
                "\ufe0f",
                "\udb40\udd00",
                "\u034f",
                "\u180e",
                "\u17b4"
            })
    void blanks_of_every_kind_are_invisible(String text) {
        assertThat(Text.isVisible(text)).isFalse();
        assertThat(Text.isVisible(text + "a")).isTrue();
    }

    @Test
    void length_and_cut_go_by_code_points() {
        assertThat(Text.length("🎉🎉a")).isEqualTo(3);
        assertThat(Text.cut("🎉🎉a", 2)).isEqualTo("🎉🎉");
        assertThat(Text.cut("🎉 a", 2)).isEqualTo("🎉");
        assertThat(Text.cut("ab", 2)).isEqualTo("ab");
    }
}
