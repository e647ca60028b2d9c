package ilgam.starter.locking;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FieldVersionsTest {

    private final FieldVersions<String> versions = new FieldVersions<>();

    @Test
    void a_field_changed_since_every_version_before_its_last_change() {
        versions.changed("title", 3);
        versions.changed("title", 7);

        assertThat(versions.changedSince(6L, "title")).isTrue();
        assertThat(versions.changedSince(7L, "title")).isFalse();
    }

    @Test
    void a_change_of_another_field_does_not_count() {
        versions.changed("title", 7);

        assertThat(versions.changedSince(6L, "status")).isFalse();
        assertThat(versions.changedSince(6L, List.of("status", "title"))).isTrue();
    }

    @Test
    void a_field_that_never_changed_is_as_everybody_saw_it() {
        assertThat(versions.changedSince(-1L, "title")).isFalse();
    }

    @Test
    void who_names_no_version_overwrites_what_is_there() {
        versions.changed("title", 7);

        assertThat(versions.changedSince(null, "title")).isFalse();
    }

    @Test
    void a_version_after_the_present_one_was_never_seen() {
        assertThat(FieldVersions.isYetToCome(8L, 7)).isTrue();
        assertThat(FieldVersions.isYetToCome(7L, 7)).isFalse();
        assertThat(FieldVersions.isYetToCome(null, 7)).isFalse();
    }

    @Test
    void the_last_change_of_a_field_that_never_changed_is_before_the_first_event() {
        versions.changed("title", 7);

        assertThat(versions.lastChange("title")).isEqualTo(7);
        assertThat(versions.lastChange("status")).isEqualTo(-1);
    }

    @Test
    void fields_that_are_gone_are_forgotten() {
        versions.changed("title", 7);
        versions.changed("status", 8);
        versions.keepOnly(List.of("status"));

        assertThat(versions.kept()).isEqualTo(Map.of("status", 8L));
    }

    @Test
    void versions_are_the_same_from_a_snapshot() {
        versions.changed("title", 7);
        var again = new FieldVersions<String>();
        again.restore(versions.kept());

        assertThat(again.kept()).isEqualTo(Map.of("title", 7L));
    }
}
