package ilgam.starter.refusal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SentenceTest {

    @Test
    void a_sentence_contains_its_values_and_keeps_them_by_name() {
        var sentence = Sentence.of(
                "Until {day} at most {most:,} of {choices}, {most} in all.",
                Map.of(
                        "day",
                        LocalDate.of(2026, 11, 23),
                        "most",
                        20_000,
                        "choices",
                        List.of("a", "b"),
                        "cause",
                        "full"));

        assertThat(sentence.text()).isEqualTo("Until 2026-11-23 at most 20,000 of a, b, 20000 in all.");
        assertThat(sentence.values())
                .isEqualTo(Map.of("day", "2026-11-23", "most", 20_000, "choices", List.of("a", "b"), "cause", "full"));
    }

    @Test
    void a_value_that_looks_like_a_placeholder_stays_as_it_is() {
        assertThat(Sentence.of("“{name}” has {most}.", Map.of("name", "{most} $1 \\", "most", 3))
                        .text())
                .isEqualTo("“{most} $1 \\” has 3.");
        assertThat(Sentence.of("Up to {most:,} hours.", Map.of("most", new BigDecimal("100000")))
                        .text())
                .isEqualTo("Up to 100,000 hours.");
        assertThat(Sentence.of("{unknown} stays.", Map.of()).text()).isEqualTo("{unknown} stays.");
    }
}
