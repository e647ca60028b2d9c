package ilgam.work.imports.stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.work.imports.Import;
import ilgam.work.imports.results.Notes;
import ilgam.work.imports.source.Note;
import ilgam.work.imports.spool.Keys;
import ilgam.work.imports.spool.Part;

/**
 * Cuts the parents of staged items that form a cycle or have more than ten levels, which our own input would refuse.
 * The parent's source id is kept with the item.
 */
@Component
class Parents {

    private static final int BATCH = 1_000;

    private final JdbcClient db;
    private final Notes notes;
    private final Keys keys;

    Parents(JdbcClient db, Notes notes, Keys keys) {
        this.db = db;
        this.notes = notes;
        this.keys = keys;
    }

    private record Named(long line, String parent) {}

    void cut(Import running) {
        var family = new Family(count(running));
        db.sql("""
                select child.line, parent.line from import_item child
                join import_item parent on parent.import_id = child.import_id and parent.source_id = child.parent
                where child.import_id = ? order by child.line""").withFetchSize(BATCH).param(running.id()).query(row -> {
            family.add(row.getLong(1), row.getLong(2));
        });
        levelsAbove(running, family);
        var cuts = new ArrayList<>(family.cuts().entrySet());
        for (int i = 0; i < cuts.size(); i += BATCH) cut(running, cuts.subList(i, Math.min(cuts.size(), i + BATCH)));
    }

    private int count(Import running) {
        return db.sql("select count(*) from import_item where import_id = ? and parent is not null")
                .param(running.id())
                .query(Integer.class)
                .single();
    }

    private void cut(Import running, List<Map.Entry<Long, Note.Reason>> cuts) {
        var reasons = new HashMap<Long, Note.Reason>();
        cuts.forEach(cut -> reasons.put(cut.getKey(), cut.getValue()));
        var tidied = new ArrayList<Notes.OfLine>();
        db.sql("update import_item set parent_cut = true where import_id = ? and line = any(?) returning line, parent")
                .params(running.id(), reasons.keySet().toArray(Long[]::new))
                .query(Named.class)
                .list()
                .forEach(cut -> tidied.add(new Notes.OfLine(
                        cut.line(),
                        List.of(Note.of(
                                "parent",
                                cut.parent(),
                                null,
                                reasons.getOrDefault(cut.line(), Note.Reason.OWN_ANCESTOR))))));
        notes.add(running.id(), Part.ITEMS, tidied);
    }

    /** Adds the levels of existing items, which may have parents themselves. */
    private void levelsAbove(Import running, Family family) {
        long after = 0;
        for (var batch = outside(running, after); !batch.isEmpty(); batch = outside(running, after)) {
            var known = keys.known(
                    running, batch.stream().map(Named::parent).distinct().toList());
            for (var child : batch) {
                var parent = known.get(child.parent());
                if (parent != null) family.hang(child.line(), levels(parent));
            }
            after = batch.getLast().line();
        }
    }

    private List<Named> outside(Import running, long after) {
        return db.sql("""
                        select line, parent from import_item item
                        where import_id = :id and line > :after and parent is not null and not exists (
                            select from import_item other
                            where other.import_id = item.import_id and other.source_id = item.parent)
                        order by line limit :limit""")
                .param("id", running.id())
                .param("after", after)
                .param("limit", BATCH)
                .query(Named.class)
                .list();
    }

    private int levels(UUID item) {
        return db.sql("""
                with recursive line (item, level) as (
                    select cast(:item as uuid), 1
                    union
                    select tie.other, line.level + 1 from item_tie tie join line on tie.item = line.item
                    where tie.kind = 'PARENT' and line.level <= :deepest)
                select max(level) from line""")
                .param("item", item)
                .param("deepest", Family.DEEPEST)
                .query(Integer.class)
                .single();
    }
}
