package ilgam.work.imports.send;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.work.imports.Import;
import ilgam.work.imports.history.ImportLookups;
import ilgam.work.imports.source.ImportSettings;
import ilgam.work.imports.source.SourceEvent;
import ilgam.work.imports.spool.Keys;
import ilgam.work.imports.spool.StagedRows;

/** Reads the items that have to be sent, as many as may be in memory, with their events and all that these refer to. */
@Component
class Chunks {

    private static final int MOST_ITEMS = 100;
    private static final long MOST_BYTES = 4 << 20;

    private final JdbcClient db;
    private final Keys keys;

    Chunks(JdbcClient db, Keys keys) {
        this.db = db;
        this.keys = keys;
    }

    /** The first items that are not sent; empty when all are. */
    Chunk next(Import running, ImportSettings settings) {
        var rows = pending(running);
        boolean isHeavy = !rows.isEmpty() && rows.getFirst().weight() > MOST_BYTES;
        var events = isHeavy ? Map.<Long, List<SourceEvent>>of() : events(running, settings, rows);
        var items = new ArrayList<Chunk.Item>();
        for (var row : rows)
            items.add(new Chunk.Item(
                    row,
                    StagedRows.item(row.json(), settings),
                    isHeavy
                            ? new HeavyHistory(db, running, row.line(), settings)
                            : events.getOrDefault(row.line(), List.of())));
        return new Chunk(items, lookups(running, items));
    }

    /** An item that is heavier than a chunk is a chunk of its own. */
    private List<StagedItem> pending(Import running) {
        return db.sql("""
                        select line, source_id, item_id, number, json, parent_cut, created_at, weight
                        from import_item item join (
                            select line as next, sum(weight) over (order by line) as total, min(line) over () as first
                            from (select line, weight from import_item where import_id = :id and not sent
                                  order by line limit :items) page) light
                            on item.line = light.next
                        where item.import_id = :id and (total <= :bytes or next = first) order by line""")
                .param("id", running.id())
                .param("items", MOST_ITEMS)
                .param("bytes", MOST_BYTES)
                .query(StagedItem.class)
                .list();
    }

    private record EventRow(long itemLine, long line, String json) {}

    private Map<Long, List<SourceEvent>> events(Import running, ImportSettings settings, List<StagedItem> items) {
        var events = new HashMap<Long, List<SourceEvent>>();
        db.sql("""
                        select item_line, line, json from import_event
                        where import_id = ? and item_line = any(?) order by item_line, seq, line""")
                .params(running.id(), items.stream().map(StagedItem::line).toArray(Long[]::new))
                .query(EventRow.class)
                .list()
                .forEach(row -> events.computeIfAbsent(row.itemLine(), _ -> new ArrayList<>())
                        .add(StagedRows.event(row.json(), row.line(), settings)));
        return events;
    }

    private ImportLookups lookups(Import running, List<Chunk.Item> items) {
        var sourceIds = new HashSet<String>();
        var names = new HashSet<String>();
        for (var it : items) {
            add(sourceIds, it.item().parent());
            it.item().links().forEach(link -> sourceIds.add(link.to()));
            add(names, it.item().reporter());
            add(names, it.item().assignee());
            for (var event : it.events()) event.people().forEach(name -> add(names, name));
        }
        return new ImportLookups.Known(members(running, names), keys.known(running, sourceIds), running.statuses());
    }

    private static void add(Collection<String> all, @Nullable String one) {
        if (one != null) all.add(one);
    }

    private Map<String, UUID> members(Import running, Set<String> names) {
        var members = new HashMap<String, UUID>();
        if (names.isEmpty()) return members;
        db.sql("select name, member_id from import_person where import_id = ? and name = any(?)")
                .params(running.id(), names.toArray(String[]::new))
                .query(row -> {
                    members.put(row.getString(1), row.getObject(2, UUID.class));
                });
        return members;
    }
}
