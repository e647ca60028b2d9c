package ilgam.work.imports.send;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import ilgam.work.imports.Import;
import ilgam.work.imports.Progress;
import ilgam.work.imports.results.Notes;
import ilgam.work.imports.results.PersonalData;
import ilgam.work.imports.results.Rejections;
import ilgam.work.imports.results.Rejections.Fault;
import ilgam.work.imports.source.Note;
import ilgam.work.imports.spool.Part;

/** Marks items as sent, and stores what is to be reported about them. */
@Component
class SentItems {

    private final JdbcClient db;
    private final Progress progress;
    private final Rejections rejections;
    private final Notes notes;
    private final PersonalData personalData;

    SentItems(JdbcClient db, Progress progress, Rejections rejections, Notes notes, PersonalData personalData) {
        this.db = db;
        this.progress = progress;
        this.rejections = rejections;
        this.notes = notes;
        this.personalData = personalData;
    }

    /** Counts only the items that this call marked, so that two workers with the same chunk count it once. */
    @Transactional
    void keep(Import running, List<Sent> results) {
        var news = marked(running, results);
        var taken = news.stream().filter(sent -> sent.refused() == null).toList();
        var refused = news.stream().filter(sent -> sent.refused() != null).toList();
        for (var sent : taken) personalData.keep(running, sent.staged().itemId(), sent.privates());
        note(running, taken);
        rejections.add(
                running.id(),
                Part.ITEMS,
                refused.stream()
                        .map(sent -> new Fault(sent.line(), Objects.requireNonNull(sent.refused())))
                        .toList());
        progress.refused(running.id(), refused.size(), events(running, refused));
        progress.processed(
                running.id(),
                taken.size(),
                taken.stream().filter(sent -> !sent.changed()).count(),
                events(running, taken));
    }

    private List<Sent> marked(Import running, List<Sent> results) {
        var marked = new HashSet<>(db.sql("""
                        update import_item set sent = true
                        where import_id = ? and line = any(?) and not sent returning line""")
                .params(running.id(), lines(results))
                .query(Long.class)
                .list());
        return results.stream().filter(sent -> marked.contains(sent.line())).toList();
    }

    private long events(Import running, Collection<Sent> items) {
        return db.sql("select count(*) from import_event where import_id = ? and item_line = any(?)")
                .params(running.id(), lines(items))
                .query(Long.class)
                .single();
    }

    private static Long[] lines(Collection<Sent> items) {
        return items.stream().map(Sent::line).toArray(Long[]::new);
    }

    /** Adds the notes that depend on the whole item with its events. */
    private void note(Import running, List<Sent> taken) {
        var ofItems = new ArrayList<Notes.OfLine>();
        var ofEvents = new ArrayList<Notes.OfLine>();
        for (var sent : taken) {
            if (sent.status() != null) ofItems.add(new Notes.OfLine(sent.line(), List.of(sent.status())));
            var noted = new HashSet<String>();
            for (var personal : sent.privates()) {
                if (personal.isNoted() || !noted.add(personal.eventLine() + personal.field())) continue;
                var note = Note.ofPerson(personal.field(), null, Note.Reason.PERSONAL_DATA);
                if (personal.eventLine() == 0) ofItems.add(new Notes.OfLine(sent.line(), List.of(note)));
                else ofEvents.add(new Notes.OfLine(personal.eventLine(), List.of(note)));
            }
        }
        notes.add(running.id(), Part.ITEMS, ofItems);
        notes.add(running.id(), Part.EVENTS, ofEvents);
    }
}
