package ilgam.work.imports;

import java.io.IOException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import ilgam.work.imports.Lines.Line;
import ilgam.work.imports.Note.Reason;
import ilgam.work.imports.Rejections.Fault;

import static ilgam.work.imports.UnreadableRow.Cause.ID_AGAIN;
import static ilgam.work.imports.UnreadableRow.Cause.OTHER_PROJECT;
import static ilgam.work.imports.UnreadableRow.Cause.UNKNOWN_ITEM;

/**
 * The first pass over the uploaded files: assigns ids and numbers to items, matches events with items, rejects
 * unreadable lines and notes what has to be tidied. It runs in one transaction, so that an aborted pass leaves nothing
 * behind and is simply repeated.
 */
@Component
class Staging implements ImportStep {

    private final JdbcClient db;
    private final Spool spool;
    private final ImportSettingsReader settings;
    private final Rejections rejections;
    private final Notes notes;
    private final Keys keys;
    private final LongHistories longHistories;
    private final Parents parents;
    private final Progress progress;

    Staging(
            JdbcClient db,
            Spool spool,
            ImportSettingsReader settings,
            Rejections rejections,
            Notes notes,
            Keys keys,
            LongHistories longHistories,
            Parents parents,
            Progress progress) {
        this.progress = progress;
        this.db = db;
        this.spool = spool;
        this.settings = settings;
        this.rejections = rejections;
        this.notes = notes;
        this.keys = keys;
        this.longHistories = longHistories;
        this.parents = parents;
    }

    @Override
    public Step step() {
        return Step.STAGE;
    }

    @Override
    @Transactional
    public void run(Import running) throws IOException {
        db.sql("set local statement_timeout = 0").update(); // some statements cover the whole import
        var workflow = settings.workflow(running);
        for (var note : workflow.notes()) notes.add(running.id(), Part.WORKFLOW, 1, note);
        var known = workflow.settings(running.askedAt());
        stageItems(new Pass(running, Part.ITEMS, known));
        stageEvents(new Pass(running, Part.EVENTS, known));
        learnSizes();
        longHistories.cut(running);
        dateItems(running);
        parents.cut(running);
        weigh(running);
        progress.total(running.id());
        progress.completed(running.id(), step());
    }

    /** The pass over one file. */
    private final class Pass {

        private final Import running;
        private final Part part;
        private final ImportSettings settings;
        private final List<Fault> faults = new ArrayList<>();
        private final List<Notes.OfLine> tidied = new ArrayList<>();
        private boolean zoneIsNoted;

        Pass(Import running, Part part, ImportSettings settings) {
            this.running = running;
            this.part = part;
            this.settings = settings;
        }

        void reject(Line line, UnreadableRow why) {
            faults.add(new Fault(line.number(), why));
        }

        /** Adds notes; an assumed zone is noted once a file. */
        void note(Line line, List<Note> all) {
            var wanted = new ArrayList<Note>();
            for (var note : all) {
                if (note.reason() == Reason.ZONE_ASSUMED) {
                    if (zoneIsNoted) continue;
                    zoneIsNoted = true;
                }
                wanted.add(note);
            }
            if (!wanted.isEmpty()) tidied.add(new Notes.OfLine(line.number(), wanted));
        }

        void keep() {
            rejections.add(running.id(), part, faults);
            notes.add(running.id(), part, tidied);
            faults.clear();
            tidied.clear();
        }
    }

    private record ReadItem(Line line, SourceItem item) {}

    private void stageItems(Pass pass) throws IOException {
        try (var file = spool.open(pass.running.id(), pass.part)) {
            var lines = new Lines(file);
            for (var batch = lines.batch(); !batch.isEmpty(); batch = lines.batch()) stageItems(pass, batch);
        }
    }

    private void stageItems(Pass pass, List<Line> batch) {
        var readable = new ArrayList<ReadItem>();
        for (var line : batch)
            try {
                readable.add(new ReadItem(line, item(pass, line)));
            } catch (UnreadableRow reason) {
                pass.reject(line, reason);
            }
        var known = new HashSet<>(linesOf(
                        pass.running,
                        readable.stream().map(read -> read.item().id()).toList())
                .keySet());
        readable.removeIf(read -> {
            boolean again = !known.add(read.item().id());
            if (again)
                pass.reject(
                        read.line(),
                        new UnreadableRow(
                                ID_AGAIN,
                                "The id \"{id}\" occurs earlier in the file.",
                                Map.of("id", read.item().id())));
            return again;
        });
        var given = keys.reserve(
                pass.running, readable.stream().map(read -> read.item().id()).toList());
        insertItems(pass.running, readable, given);
        var people = new People();
        for (var read : readable) {
            pass.note(read.line(), read.item().notes());
            people.add(read.item().reporter(), Part.ITEMS, read.line().number(), "reporter");
            people.add(read.item().assignee(), Part.ITEMS, read.line().number(), "assignee");
        }
        people.keep(pass.running);
        pass.keep();
        progress.mustGoOn(pass.running.id());
    }

    private static SourceItem item(Pass pass, Line line) {
        var item = SourceItem.of(line.read(), pass.settings);
        if (!pass.running.takes(item.project()))
            throw new UnreadableRow(
                    OTHER_PROJECT,
                    "The item belongs to the project \"{project}\".",
                    Map.of("project", String.valueOf(item.project())));
        return item;
    }

    private void insertItems(Import running, List<ReadItem> items, Map<String, Long> given) {
        db.sql("""
                insert into import_item (import_id, line, source_id, item_id, number, json, parent, created_at)
                select ?, * from unnest(?::bigint[], ?::text[], ?::uuid[], ?::bigint[], ?::text[], ?::text[],
                    ?::timestamptz[])""")
                .params(
                        running.id(),
                        items.stream().map(read -> read.line().number()).toArray(Long[]::new),
                        items.stream().map(read -> read.item().id()).toArray(String[]::new),
                        items.stream()
                                .map(read ->
                                        Keys.itemOf(running, read.item().id()).value())
                                .toArray(UUID[]::new),
                        items.stream().map(read -> given.get(read.item().id())).toArray(Long[]::new),
                        items.stream().map(read -> StagedRows.of(read.item())).toArray(String[]::new),
                        items.stream().map(read -> read.item().parent()).toArray(String[]::new),
                        items.stream()
                                .map(read -> timestamp(read.item().createdAt()))
                                .toArray(Timestamp[]::new))
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private void stageEvents(Pass pass) throws IOException {
        if (!spool.has(pass.running.id(), pass.part)) return;
        try (var file = spool.open(pass.running.id(), pass.part)) {
            var lines = new Lines(file);
            for (var batch = lines.batch(); !batch.isEmpty(); batch = lines.batch()) stageEvents(pass, batch);
        }
    }

    private record ReadEvent(Line line, SourceEvent event) {}

    private void stageEvents(Pass pass, List<Line> batch) {
        var readable = new ArrayList<ReadEvent>();
        for (var line : batch)
            try {
                readable.add(new ReadEvent(line, SourceEvent.of(line.read(), pass.settings, line.number())));
            } catch (UnreadableRow reason) {
                pass.reject(line, reason);
            }
        var itemLines = linesOf(
                pass.running,
                readable.stream().map(read -> read.event().itemId()).toList());
        readable.removeIf(read -> {
            boolean orphan = !itemLines.containsKey(read.event().itemId());
            if (orphan)
                pass.reject(
                        read.line(),
                        new UnreadableRow(
                                UNKNOWN_ITEM,
                                "There is no item \"{item}\" among the items.",
                                Map.of("item", read.event().itemId())));
            return orphan;
        });
        insertEvents(pass.running, readable, itemLines);
        var people = new People();
        for (var read : readable) {
            pass.note(read.line(), read.event().notes());
            pass.note(read.line(), unknownStatuses(pass.running, read.event()));
            var line = read.line().number();
            people.add(read.event().actor(), Part.EVENTS, line, "actor");
            if (!read.event().is("assignee")) continue;
            people.add(read.event().before(), Part.EVENTS, line, "from");
            people.add(read.event().after(), Part.EVENTS, line, "to");
        }
        people.keep(pass.running);
        pass.keep();
        progress.mustGoOn(pass.running.id());
    }

    private static List<Note> unknownStatuses(Import running, SourceEvent event) {
        var notes = new ArrayList<Note>();
        if (!event.is("status")) return notes;
        if (running.status(event.after()) == null)
            notes.add(Note.of("to", event.to(), null, event.to() == null ? Reason.MISSING : Reason.UNKNOWN_STATUS));
        else if (event.before() != null && running.status(event.before()) == null)
            notes.add(Note.of("from", event.from(), null, Reason.UNKNOWN_STATUS));
        return notes;
    }

    private void insertEvents(Import running, List<ReadEvent> events, Map<String, Long> itemLines) {
        db.sql("""
                insert into import_event (import_id, item_line, seq, line, at, json)
                select ?, * from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::timestamptz[], ?::text[])""")
                .params(
                        running.id(),
                        events.stream()
                                .map(read -> itemLines.get(read.event().itemId()))
                                .toArray(Long[]::new),
                        events.stream().map(read -> read.event().seq()).toArray(Long[]::new),
                        events.stream().map(read -> read.line().number()).toArray(Long[]::new),
                        events.stream()
                                .map(read -> timestamp(read.event().at()))
                                .toArray(Timestamp[]::new),
                        events.stream().map(read -> StagedRows.of(read.event())).toArray(String[]::new))
                .update();
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

    /** All named people, each with the first place of the name. */
    private final class People {

        private record Place(String file, long line, String field) {}

        private final Map<String, Place> places = new HashMap<>();

        void add(@Nullable String name, Part part, long line, String field) {
            if (name != null) places.putIfAbsent(name, new Place(part.file(), line, field));
        }

        void keep(Import running) {
            var names = places.keySet().stream().sorted().toArray(String[]::new);
            var found = java.util.Arrays.stream(names)
                    .map(name -> java.util.Objects.requireNonNull(places.get(name)))
                    .toList();
            db.sql("""
                    insert into import_person (import_id, name, file, line, field)
                    select ?, * from unnest(?::text[], ?::text[], ?::bigint[], ?::text[]) on conflict do nothing""")
                    .params(
                            running.id(),
                            names,
                            found.stream().map(Place::file).toArray(String[]::new),
                            found.stream().map(Place::line).toArray(Long[]::new),
                            found.stream().map(Place::field).toArray(String[]::new))
                    .update();
        }
    }

    /** Updates the statistics: plans for empty tables would take hours for a large import. */
    private void learnSizes() {
        db.sql("analyze import_item, import_event, import_person").update();
    }

    /** Sets the missing creation times of items to their first event, or else to the request of the import. */
    private void dateItems(Import running) {
        db.sql("""
                update import_item set created_at = coalesce(
                    (select min(event.at) from import_event event
                     where event.import_id = import_item.import_id and event.item_line = import_item.line), ?)
                where import_id = ? and created_at is null""").params(Timestamp.from(running.askedAt()), running.id()).update();
        db.sql("""
                update import_note set became = to_char(item.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                from import_item item
                where import_note.import_id = ? and import_note.file = 'items' and import_note.field = 'created_at'
                    and became is null and item.import_id = import_note.import_id and item.line = import_note.line""").param(running.id()).update();
    }

    /** Estimates the memory that an item with its events takes. */
    private void weigh(Import running) {
        db.sql("""
                update import_item set weight = octet_length(json) + coalesce(
                    (select sum(octet_length(event.json)) from import_event event
                     where event.import_id = import_item.import_id and event.item_line = import_item.line), 0)
                where import_id = ?""").param(running.id()).update();
    }
}
