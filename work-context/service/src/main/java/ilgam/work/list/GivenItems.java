package ilgam.work.list;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Items by their ids, in the order in which they are given. */
record GivenItems(Collection<UUID> items) implements Selection {

    @Override
    public String sql() {
        return """
                select asked.id as item_id, asked.place from unnest(cast(:items as uuid[])) with ordinality
                as asked (id, place)""";
    }

    @Override
    public String order() {
        return "c.place";
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("items", items.stream().map(UUID::toString).toArray(String[]::new));
    }
}
