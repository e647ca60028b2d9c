package ilgam.work.item;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import ilgam.work.language.ItemId;
import ilgam.work.language.LinkType;

/** Where ties lead from an item. Reserved ties count as well. */
final class TieGraph {

    private static final String REACHED = """
            with recursive reached (item) as (
                select cast(:from as uuid)
                union
                select tie.other from item_tie tie join reached using (item) where tie.kind = :kind)
            """;

    private final JdbcClient db;

    TieGraph(JdbcClient db) {
        this.db = db;
    }

    /** The items that are above one, or those below it. */
    enum Line {
        ANCESTORS("item", "other"),
        DESCENDANTS("other", "item");

        private final String levels;

        Line(String near, String far) {
            levels = """
                with recursive line (item, level) as (
                    select cast(:item as uuid), 1
                    union
                    select tie.%s, line.level + 1
                    from item_tie tie join line on tie.%s = line.item
                    where tie.kind = 'PARENT' and line.level <= :deepest)
                select max(level) from line""".formatted(far, near);
        }
    }

    /** The item that has a symmetric link between the two. */
    Optional<ItemId> carrier(LinkType type, ItemId one, ItemId other) {
        return db.sql("select item from item_tie where kind = ? and (item, other) in ((?, ?), (?, ?)) limit 1")
                .params(type.name(), one.value(), other.value(), other.value(), one.value())
                .query(UUID.class)
                .optional()
                .map(ItemId::new);
    }

    /** Whether ties of that kind lead from one item to another. */
    boolean reaches(String kind, ItemId from, ItemId to) {
        return db.sql(REACHED + "select exists (select from reached where item = :to)")
                .param("from", from.value())
                .param("to", to.value())
                .param("kind", kind)
                .query(Boolean.class)
                .single();
    }

    /** The shortest cycle that a relation from one item to another would close; begins and ends with the first item. */
    List<ItemId> circle(String kind, ItemId item, ItemId other) {
        var others = new HashMap<UUID, List<UUID>>();
        db.sql(REACHED + "select item, tie.other from item_tie tie join reached using (item) where tie.kind = :kind")
                .param("from", other.value())
                .param("kind", kind)
                .query(row -> {
                    others.computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
                            .add(row.getObject(2, UUID.class));
                });
        var before = new HashMap<UUID, UUID>(Map.of(other.value(), item.value()));
        var next = new ArrayDeque<UUID>(List.of(other.value()));
        while (!before.containsKey(item.value()) && !next.isEmpty()) {
            var one = next.remove();
            for (var another : others.getOrDefault(one, List.of()))
                if (before.putIfAbsent(another, one) == null) next.add(another);
        }
        var circle = new ArrayDeque<ItemId>(List.of(item));
        for (var one = before.get(item.value()); one != null && !one.equals(item.value()); one = before.get(one))
            circle.addFirst(new ItemId(one));
        circle.addFirst(item);
        return List.copyOf(circle);
    }

    /** The number of levels from the item along the line; an imported cycle ends the count. */
    int levels(Line line, ItemId item) {
        return db.sql(line.levels)
                .param("item", item.value())
                .param("deepest", ItemRelations.DEEPEST)
                .query(Integer.class)
                .single();
    }
}
