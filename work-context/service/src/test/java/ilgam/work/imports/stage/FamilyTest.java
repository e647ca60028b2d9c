package ilgam.work.imports.stage;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static ilgam.work.imports.source.Note.Reason.NESTED_TOO_DEEP;
import static ilgam.work.imports.source.Note.Reason.OWN_ANCESTOR;
import static org.assertj.core.api.Assertions.assertThat;

class FamilyTest {

    @Test
    void an_item_is_never_part_of_itself() {
        assertThat(family(new long[][] {{1, 1}}).cuts()).isEqualTo(Map.of(1L, OWN_ANCESTOR));
        assertThat(family(new long[][] {{1, 2}, {2, 1}}).cuts()).isEqualTo(Map.of(1L, OWN_ANCESTOR));
    }

    @Test
    void an_item_below_a_cycle_keeps_its_parent() {
        assertThat(family(new long[][] {{1, 2}, {2, 3}, {3, 4}, {4, 2}, {5, 4}}).cuts())
                .isEqualTo(Map.of(2L, OWN_ANCESTOR));
    }

    @Test
    void ten_levels_are_allowed_and_the_eleventh_begins_anew() {
        var chain = new long[25][];
        for (int i = 0; i < chain.length; i++) chain[i] = new long[] {i + 2, i + 1};
        assertThat(family(chain).cuts()).isEqualTo(Map.of(11L, NESTED_TOO_DEEP, 21L, NESTED_TOO_DEEP));
    }

    @Test
    void levels_of_parents_that_are_here_already_count() {
        var family = family(new long[][] {{2, 1}, {3, 2}});
        family.hang(1, 8);
        assertThat(family.cuts()).isEqualTo(Map.of(3L, NESTED_TOO_DEEP));
        var full = family(new long[][] {{2, 1}});
        full.hang(1, 10);
        assertThat(full.cuts()).isEqualTo(Map.of(1L, NESTED_TOO_DEEP));
    }

    @Test
    void a_very_long_circle_is_opened_without_deep_calls() {
        var circle = new long[200_000][];
        for (int i = 0; i < circle.length; i++) circle[i] = new long[] {i + 1, (i + 1) % circle.length + 1};
        assertThat(family(circle).cuts()).hasSize(circle.length / 10);
    }

    private static Family family(long[][] pairs) {
        var family = new Family(pairs.length);
        for (var pair : pairs) family.add(pair[0], pair[1]);
        return family;
    }
}
