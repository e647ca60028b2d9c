package ilgam.work.imports.stage;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.work.imports.Import;
import ilgam.work.imports.line.Lines.Line;
import ilgam.work.imports.line.UnreadableRow;
import ilgam.work.imports.source.SourceItem;
import ilgam.work.imports.spool.Keys;
import ilgam.work.imports.spool.Part;
import ilgam.work.imports.spool.StagedRows;

import static ilgam.work.imports.line.UnreadableRow.Cause.ID_AGAIN;
import static ilgam.work.imports.line.UnreadableRow.Cause.OTHER_PROJECT;

/** Stores the items of a batch of lines, each with its id and number here. */
@Component
class ItemStaging {

    private final JdbcClient db;
    private final Keys keys;
    private final NamedPeople people;

    ItemStaging(JdbcClient db, Keys keys, NamedPeople people) {
        this.db = db;
        this.keys = keys;
        this.people = people;
    }

    private record ReadItem(Line line, SourceItem item) {

        String id() {
            return item.id();
        }
    }

    void stage(Pass pass, List<Line> batch) {
        var read = new ArrayList<ReadItem>();
        for (var line : batch)
            try {
                read.add(new ReadItem(line, item(pass, line)));
            } catch (UnreadableRow reason) {
                pass.reject(line, reason);
            }
        rejectRepeated(pass, read);
        insert(pass.running(), read);
        var names = new NamedPeople.Places();
        for (var it : read) {
            pass.note(it.line(), it.item().notes());
            names.add(it.item().reporter(), Part.ITEMS, it.line().number(), "reporter");
            names.add(it.item().assignee(), Part.ITEMS, it.line().number(), "assignee");
        }
        people.keep(pass.running(), names);
    }

    private static SourceItem item(Pass pass, Line line) {
        var item = SourceItem.of(line.read(), pass.settings());
        if (!pass.running().takes(item.project()))
            throw new UnreadableRow(
                    OTHER_PROJECT,
                    "The item belongs to the project \"{project}\".",
                    Map.of("project", String.valueOf(item.project())));
        return item;
    }

    private void rejectRepeated(Pass pass, List<ReadItem> items) {
        var known = new HashSet<>(
                keys.staged(pass.running(), items.stream().map(ReadItem::id).toList())
                        .keySet());
        items.removeIf(it -> {
            boolean again = !known.add(it.id());
            if (again)
                pass.reject(
                        it.line(),
                        new UnreadableRow(
                                ID_AGAIN, "The id \"{id}\" occurs earlier in the file.", Map.of("id", it.id())));
            return again;
        });
    }

    private void insert(Import running, List<ReadItem> items) {
        var numbers = keys.reserve(running, items.stream().map(ReadItem::id).toList());
        db.sql("""
                insert into import_item (import_id, line, source_id, item_id, number, json, parent, created_at)
                select ?, * from unnest(?::bigint[], ?::text[], ?::uuid[], ?::bigint[], ?::text[], ?::text[],
                    ?::timestamptz[])""")
                .params(
                        running.id(),
                        items.stream().map(it -> it.line().number()).toArray(Long[]::new),
                        items.stream().map(ReadItem::id).toArray(String[]::new),
                        items.stream()
                                .map(it -> Keys.itemOf(running, it.id()).value())
                                .toArray(UUID[]::new),
                        items.stream().map(it -> numbers.get(it.id())).toArray(Long[]::new),
                        items.stream().map(it -> StagedRows.of(it.item())).toArray(String[]::new),
                        items.stream().map(it -> it.item().parent()).toArray(String[]::new),
                        items.stream()
                                .map(it -> timestamp(it.item().createdAt()))
                                .toArray(Timestamp[]::new))
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
