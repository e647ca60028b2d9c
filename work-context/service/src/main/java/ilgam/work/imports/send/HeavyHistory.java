package ilgam.work.imports.send;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import ilgam.work.imports.Import;
import ilgam.work.imports.source.ImportSettings;
import ilgam.work.imports.source.SourceEvent;
import ilgam.work.imports.spool.StagedRows;

/** The events of an item that has too many to hold in memory. Every iteration reads them from the database again. */
final class HeavyHistory implements Iterable<SourceEvent> {

    private static final int PAGE = 500;
    private static final int PAGE_BYTES = 1 << 20;

    private final JdbcClient db;
    private final Import running;
    private final long itemLine;
    private final ImportSettings settings;

    HeavyHistory(JdbcClient db, Import running, long itemLine, ImportSettings settings) {
        this.db = db;
        this.running = running;
        this.itemLine = itemLine;
        this.settings = settings;
    }

    private record Row(long seq, long line, String json) {}

    @Override
    public Iterator<SourceEvent> iterator() {
        return new Iterator<>() {

            private List<Row> page = List.of();
            private int next;
            private @Nullable Row last;

            @Override
            public boolean hasNext() {
                if (next < page.size()) return true;
                page = page(last);
                next = 0;
                return !page.isEmpty();
            }

            @Override
            public SourceEvent next() {
                if (!hasNext()) throw new NoSuchElementException();
                var row = page.get(next++);
                last = row;
                return StagedRows.event(row.json(), row.line(), settings);
            }
        };
    }

    private List<Row> page(@Nullable Row after) {
        return db.sql("""
                        select event.seq, event.line, event.json from import_event event join (
                            select seq, line, row_number() over w as place,
                                sum(bytes) over (order by seq, line) as total
                            from (select seq, line, octet_length(json) as bytes from import_event
                                  where import_id = :id and item_line = :item and (seq, line) > (:seq, :line)
                                  order by seq, line limit :page) next_events
                            window w as (order by seq, line)) light using (seq, line)
                        where event.import_id = :id and event.item_line = :item and (total <= :bytes or place = 1)
                        order by event.seq, event.line""")
                .param("id", running.id())
                .param("item", itemLine)
                .param("seq", after == null ? Long.MIN_VALUE : after.seq())
                .param("line", after == null ? -1 : after.line())
                .param("page", PAGE)
                .param("bytes", PAGE_BYTES)
                .query(Row.class)
                .list();
    }
}
