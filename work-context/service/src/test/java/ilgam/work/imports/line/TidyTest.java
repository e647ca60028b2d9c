package ilgam.work.imports.line;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

class TidyTest {

    /** A leading tab is stripped, but is a character for which every rule is applied. */
    @Property(tries = 2_000)
    void the_rules_change_nothing_of_an_ordinary_text_but_its_length_and_outer_space(
            @ForAll("ordinary") String text, @ForAll @IntRange(min = 1, max = 40) int longest) {
        assertThat(Tidy.line(text, longest)).isEqualTo(Tidy.line("\t" + text, longest));
        assertThat(Tidy.asTyped(text)).isEqualTo(Tidy.asTyped("\t" + text));
        assertThat(Tidy.name(text, 40)).isEqualTo(text.length() <= 40 ? text : Tidy.name(text, 40));
    }

    @Provide
    static Arbitrary<String> ordinary() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withCharRange('가', '힣')
                .withChars("  가각힣~")
                .ofMaxLength(60);
    }

    @Example
    void characters_next_to_the_ordinary_ones_are_tidied() {
        assertThat(Tidy.line("a\u007Fb", 40)).isEqualTo("ab");
        assertThat(Tidy.line("a\u001Fb", 40)).isEqualTo("ab");
        assertThat(Tidy.line("\u1100\u1161", 40)).isEqualTo("가");
        assertThat(Tidy.line("가\u11A8", 40)).isEqualTo("각");
        assertThat(Tidy.line("\u3164", 40)).isEmpty();
    }
}
