package ilgam.work.imports.stage;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.work.imports.Import;
import ilgam.work.imports.line.Lines.Line;
import ilgam.work.imports.line.UnreadableRow;
import ilgam.work.imports.source.Note;
import ilgam.work.imports.source.Note.Reason;
import ilgam.work.imports.source.SourceEvent;
import ilgam.work.imports.spool.Keys;
import ilgam.work.imports.spool.Part;
import ilgam.work.imports.spool.StagedRows;

import static ilgam.work.imports.line.UnreadableRow.Cause.UNKNOWN_ITEM;

/** Stores the events of a batch of lines, each with the line of its item. */
@Component
class EventStaging {

    private final JdbcClient db;
    private final Keys keys;
    private final NamedPeople people;

    EventStaging(JdbcClient db, Keys keys, NamedPeople people) {
        this.db = db;
        this.keys = keys;
        this.people = people;
    }

    private record ReadEvent(Line line, SourceEvent event) {

        String itemId() {
            return event.itemId();
        }
    }

    void stage(Pass pass, List<Line> batch) {
        var read = new ArrayList<ReadEvent>();
        for (var line : batch)
            try {
                read.add(new ReadEvent(line, SourceEvent.of(line.read(), pass.settings(), line.number())));
            } catch (UnreadableRow reason) {
                pass.reject(line, reason);
            }
        var itemLines =
                keys.staged(pass.running(), read.stream().map(ReadEvent::itemId).toList());
        rejectOrphans(pass, read, itemLines);
        insert(pass.running(), read, itemLines);
        var names = new NamedPeople.Places();
        for (var it : read) {
            pass.note(it.line(), it.event().notes());
            pass.note(it.line(), unknownStatuses(pass.running(), it.event()));
            addNames(names, it);
        }
        people.keep(pass.running(), names);
    }

    private static void rejectOrphans(Pass pass, List<ReadEvent> events, Map<String, Long> itemLines) {
        events.removeIf(it -> {
            boolean orphan = !itemLines.containsKey(it.itemId());
            if (orphan)
                pass.reject(
                        it.line(),
                        new UnreadableRow(
                                UNKNOWN_ITEM,
                                "There is no item \"{item}\" among the items.",
                                Map.of("item", it.itemId())));
            return orphan;
        });
    }

    private void insert(Import running, List<ReadEvent> events, Map<String, Long> itemLines) {
        db.sql("""
                insert into import_event (import_id, item_line, seq, line, at, json)
                select ?, * from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::timestamptz[], ?::text[])""")
                .params(
                        running.id(),
                        events.stream().map(it -> itemLines.get(it.itemId())).toArray(Long[]::new),
                        events.stream().map(it -> it.event().seq()).toArray(Long[]::new),
                        events.stream().map(it -> it.line().number()).toArray(Long[]::new),
                        events.stream()
                                .map(it -> Timestamp.from(it.event().at()))
                                .toArray(Timestamp[]::new),
                        events.stream().map(it -> StagedRows.of(it.event())).toArray(String[]::new))
                .update();
    }

    private static List<Note> unknownStatuses(Import running, SourceEvent event) {
        if (!event.is("status")) return List.of();
        if (running.status(event.after()) == null)
            return List.of(
                    Note.of("to", event.to(), null, event.to() == null ? Reason.MISSING : Reason.UNKNOWN_STATUS));
        if (event.before() != null && running.status(event.before()) == null)
            return List.of(Note.of("from", event.from(), null, Reason.UNKNOWN_STATUS));
        return List.of();
    }

    private static void addNames(NamedPeople.Places names, ReadEvent read) {
        var line = read.line().number();
        var event = read.event();
        names.add(event.actor(), Part.EVENTS, line, "actor");
        if (!event.is("assignee")) return;
        names.add(event.before(), Part.EVENTS, line, "from");
        names.add(event.after(), Part.EVENTS, line, "to");
    }
}
