package ilgam.starter.ids;

import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import ilgam.starter.security.Caller;

import static org.assertj.core.api.Assertions.assertThat;

class IdsTest {

    private static final Caller ADA = caller();
    private static final Caller GRACE = caller();

    private static Caller caller() {
        return new Caller(UUID.randomUUID(), "MEMBER", Set.of(), Set.of(), Set.of(), "web");
    }

    @Test
    void later_ids_sort_after_earlier_ones() {
        var previous = Ids.next().toString();
        for (int i = 0; i < 10_000; i++) {
            var next = Ids.next().toString();
            assertThat(next).isGreaterThan(previous);
            previous = next;
        }
        assertThat(Ids.next().version()).isEqualTo(7);
    }

    @Test
    void the_same_names_give_the_same_id_and_others_another() {
        assertThat(Ids.named("import", "a", "b")).isEqualTo(Ids.named("import", "a", "b"));
        assertThat(Ids.named("import", "ab")).isNotEqualTo(Ids.named("import", "a", "b"));
        assertThat(Ids.named("a", "1:b")).isNotEqualTo(Ids.named("a1", ":b"));
        assertThat(Ids.named("import", "a").version()).isEqualTo(5);
    }

    @Test
    void a_create_with_a_key_always_meets_the_first() {
        var first = Ids.forCreate(ADA, "key", "task");

        assertThat(Ids.forCreate(ADA, "key", "task")).isEqualTo(first);
        assertThat(Ids.forCreate(GRACE, "key", "task")).isNotEqualTo(first);
        assertThat(Ids.forCreate(ADA, "key", "project")).isNotEqualTo(first);
        assertThat(Ids.forCreate(ADA, null, "task")).isNotEqualTo(Ids.forCreate(ADA, null, "task"));
    }
}
