package ilgam.work.imports.stage;

import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.work.imports.Import;
import ilgam.work.imports.line.UnreadableRow;
import ilgam.work.imports.results.Rejections;
import ilgam.work.imports.results.Rejections.Fault;
import ilgam.work.imports.spool.Part;

import static ilgam.work.imports.line.UnreadableRow.Cause.TOO_MANY_EVENTS;

/**
 * Accepts the first hundred thousand events of an item and rejects later ones, as the item has to know each event that
 * it has.
 */
@Component
class LongHistories {

    @SuppressWarnings("FieldMayBeFinal") // a test lowers it
    private int most = 100_000;

    private final JdbcClient db;
    private final Rejections rejections;

    LongHistories(JdbcClient db, Rejections rejections) {
        this.db = db;
        this.rejections = rejections;
    }

    void cut(Import running) {
        for (long item : tooLong(running)) cut(running, item);
    }

    private List<Long> tooLong(Import running) {
        return db.sql("select item_line from import_event where import_id = ? group by item_line having count(*) > ?")
                .params(running.id(), most)
                .query(Long.class)
                .list();
    }

    private record Cut(long line, long total) {}

    private void cut(Import running, long item) {
        var cut = db.sql("""
                        with gone as (
                            delete from import_event
                            where import_id = :import and item_line = :item and (seq, line) >= (
                                select seq, line from import_event where import_id = :import and item_line = :item
                                order by seq, line offset :most limit 1)
                            returning line)
                        select line, count(*) over () as total from gone order by line limit :shown""")
                .param("import", running.id())
                .param("item", item)
                .param("most", most)
                .param("shown", Rejections.SHOWN)
                .query(Cut.class)
                .list();
        var why = new UnreadableRow(TOO_MANY_EVENTS, "Its item already has {most:,} events.", Map.of("most", most));
        rejections.add(
                running.id(),
                Part.EVENTS,
                cut.stream().map(line -> new Fault(line.line(), why)).toList(),
                cut.isEmpty() ? 0 : cut.getFirst().total());
    }
}
