package ilgam.work.item;

import org.junit.jupiter.api.Test;

import ilgam.work.words.Invalid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DescriptionTest {

    private static final String STORED = "가".repeat(90_000);

    @Test
    void one_that_was_stored_under_a_higher_limit_stays_and_can_only_become_shorter() {
        assertThat(new Description(STORED).text()).isEqualTo(STORED);
        var shorter = STORED.substring(0, 80_000);
        assertThat(Description.insteadOf(STORED, shorter).text()).isEqualTo(shorter);
        assertThat(Description.insteadOf(STORED, null)).isEqualTo(Description.NONE);
        assertThatThrownBy(() -> Description.insteadOf(STORED, STORED + "가")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Description.insteadOf("short", shorter)).isInstanceOf(Invalid.class);
    }
}
