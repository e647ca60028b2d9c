package ilgam.starter.ids;

import java.util.ArrayList;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IdsTest {

    private static final UUID ADA = UUID.randomUUID();
    private static final UUID GRACE = UUID.randomUUID();

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
    void the_same_names_give_the_same_id_and_other_names_another() {
        assertThat(Ids.named("import", "a", "b")).isEqualTo(Ids.named("import", "a", "b"));
        assertThat(Ids.named("import", "ab")).isNotEqualTo(Ids.named("import", "a", "b"));
        assertThat(Ids.named("a", "1:b")).isNotEqualTo(Ids.named("a1", ":b"));
        assertThat(Ids.named("import", "a").version()).isEqualTo(5);
    }

    @Test
    void repeats_of_a_create_with_a_key_get_the_same_id() {
        var first = idOf("task", ADA, "key", "POST /api/tasks");

        assertThat(idOf("task", ADA, "key", "POST /api/tasks")).isEqualTo(first);
        assertThat(idOf("task", GRACE, "key", "POST /api/tasks")).isNotEqualTo(first);
        assertThat(idOf("task", ADA, "other", "POST /api/tasks")).isNotEqualTo(first);
        assertThat(idOf("task", ADA, "key", "POST /api/issues")).isNotEqualTo(first);
        assertThat(idOf("project", ADA, "key", "POST /api/tasks")).isNotEqualTo(first);
        assertThat(Ids.forCreate("task")).isNotEqualTo(Ids.forCreate("task"));
    }

    private static UUID idOf(String purpose, UUID member, String key, String path) {
        var ids = new ArrayList<UUID>();
        RequestKey.of(member, key, path, false).run(() -> ids.add(Ids.forCreate(purpose)));
        return ids.getFirst();
    }
}
