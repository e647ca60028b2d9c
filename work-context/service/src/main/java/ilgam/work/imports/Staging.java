package ilgam.work.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import ilgam.work.imports.Lines.Line;

/**
 * The first pass over the uploaded files: every item gets its id and number, every event finds its item, every
 * line that makes no sense is rejected. It happens in one transaction, so that a killed pass leaves nothing
 * behind and is simply made again.
 */
@Component
class Staging {

    private static final int BATCH = 1000;

    private final JdbcClient db;
    private final Spool spool;
    private final Rejections rejections;
    private final Keys keys;

    Staging(JdbcClient db, Spool spool, Rejections rejections, Keys keys) {
        this.db = db;
        this.spool = spool;
        this.rejections = rejections;
        this.keys = keys;
    }

    @Transactional
    void stage(Import running) throws IOException {
        stageItems(running);
        stageEvents(running);
        db.sql("""
                update import set step = 'announce', tries = 0,
                    items_total = (select count(*) from import_item where import_id = import.id),
                    events_total = (select count(*) from import_event where import_id = import.id)
                where id = ?""").param(running.id()).update();
    }

    private void stageItems(Import running) throws IOException {
        try (var file = spool.open(running.id(), Part.ITEMS)) {
            var lines = new Lines(file);
            for (var batch = read(lines); !batch.isEmpty(); batch = read(lines)) stageItems(running, batch);
        }
    }

    private record ReadItem(Line line, SourceItem item) {}

    private void stageItems(Import running, List<Line> batch) {
        var readable = new ArrayList<ReadItem>();
        for (var line : batch)
            try {
                var item = SourceItem.of(read(line));
                if (!running.takes(item.project()))
                    throw new Senseless("The item belongs to the project \"%s\".".formatted(item.project()));
                readable.add(new ReadItem(line, item));
            } catch (Senseless reason) {
                reject(running, Part.ITEMS, line, reason);
            }
        var known = new HashSet<>(
                linesOf(running, readable.stream().map(read -> read.item().id()).toList())
                        .keySet());
        readable.removeIf(read -> {
            boolean again = !known.add(read.item().id());
            if (again)
                reject(
                        running,
                        Part.ITEMS,
                        read.line(),
                        new Senseless("The id \"%s\" stands in the file already."
                                .formatted(read.item().id())));
            return again;
        });
        var given = keys.reserve(
                running, readable.stream().map(read -> read.item().id()).toList());
        insertItems(running, readable, given);
        people(
                running,
                readable.stream()
                        .flatMap(read -> java.util.stream.Stream.of(
                                read.item().reporter(), read.item().assignee())));
    }

    private void insertItems(Import running, List<ReadItem> items, Map<String, Long> given) {
        db.sql("""
                insert into import_item (import_id, line, source_id, item_id, number, json)
                select ?, * from unnest(?::bigint[], ?::text[], ?::uuid[], ?::bigint[], ?::text[])""")
                .params(
                        running.id(),
                        items.stream().map(read -> read.line().number()).toArray(Long[]::new),
                        items.stream().map(read -> read.item().id()).toArray(String[]::new),
                        items.stream()
                                .map(read ->
                                        Keys.itemOf(running, read.item().id()).value())
                                .toArray(UUID[]::new),
                        items.stream().map(read -> given.get(read.item().id())).toArray(Long[]::new),
                        items.stream()
                                .map(read -> withoutNul(read.line().text()))
                                .toArray(String[]::new))
                .update();
    }

    private void stageEvents(Import running) throws IOException {
        try (var file = spool.open(running.id(), Part.EVENTS)) {
            var lines = new Lines(file);
            for (var batch = read(lines); !batch.isEmpty(); batch = read(lines)) stageEvents(running, batch);
        }
    }

    private record ReadEvent(Line line, SourceEvent event) {}

    private void stageEvents(Import running, List<Line> batch) {
        var readable = new ArrayList<ReadEvent>();
        for (var line : batch)
            try {
                var event = SourceEvent.of(read(line));
                if (event.is("status") && !running.statuses().containsKey(event.to()))
                    throw new Senseless("The status \"%s\" is not in the workflow.".formatted(event.to()));
                readable.add(new ReadEvent(line, event));
            } catch (Senseless reason) {
                reject(running, Part.EVENTS, line, reason);
            }
        var itemLines = linesOf(
                running, readable.stream().map(read -> read.event().itemId()).toList());
        readable.removeIf(read -> {
            boolean orphan = !itemLines.containsKey(read.event().itemId());
            if (orphan)
                reject(
                        running,
                        Part.EVENTS,
                        read.line(),
                        new Senseless("There is no item \"%s\" among the items."
                                .formatted(read.event().itemId())));
            return orphan;
        });
        db.sql("""
                insert into import_event (import_id, item_line, seq, line, json)
                select ?, * from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::text[])""")
                .params(
                        running.id(),
                        readable.stream()
                                .map(read -> itemLines.get(read.event().itemId()))
                                .toArray(Long[]::new),
                        readable.stream().map(read -> read.event().seq()).toArray(Long[]::new),
                        readable.stream().map(read -> read.line().number()).toArray(Long[]::new),
                        readable.stream()
                                .map(read -> withoutNul(read.line().text()))
                                .toArray(String[]::new))
                .update();
        people(running, readable.stream().flatMap(read -> read.event().people()));
    }

    private Map<String, Long> linesOf(Import running, List<String> sourceIds) {
        var lines = new HashMap<String, Long>();
        db.sql("select source_id, line from import_item where import_id = ? and source_id = any(?)")
                .params(running.id(), sourceIds.toArray(String[]::new))
                .query(row -> {
                    lines.put(row.getString(1), row.getLong(2));
                });
        return lines;
    }

    private void people(Import running, java.util.stream.Stream<@org.jspecify.annotations.Nullable String> names) {
        var distinct = names.filter(java.util.Objects::nonNull).distinct().toArray(String[]::new);
        db.sql("insert into import_person (import_id, name) select ?, * from unnest(?::text[]) on conflict do nothing")
                .params(running.id(), distinct)
                .update();
    }

    private static List<Line> read(Lines lines) throws IOException {
        var batch = new ArrayList<Line>(BATCH);
        while (batch.size() < BATCH) {
            var line = lines.next();
            if (line == null) break;
            batch.add(line);
        }
        return batch;
    }

    private static SourceLine read(Line line) {
        if (line.fault() != null) throw new Senseless(line.fault());
        return SourceLine.read(line.text());
    }

    private void reject(Import running, Part part, Line line, Senseless reason) {
        rejections.add(running.id(), part, line.number(), String.valueOf(reason.getMessage()));
    }

    /** PostgreSQL keeps no NUL in a text. */
    private static String withoutNul(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }
}
