package ilgam.work.imports.stage;

import java.util.ArrayList;
import java.util.List;

import ilgam.work.imports.Import;
import ilgam.work.imports.line.Lines.Line;
import ilgam.work.imports.line.UnreadableRow;
import ilgam.work.imports.results.Notes;
import ilgam.work.imports.results.Rejections;
import ilgam.work.imports.results.Rejections.Fault;
import ilgam.work.imports.source.ImportSettings;
import ilgam.work.imports.source.Note;
import ilgam.work.imports.source.Note.Reason;
import ilgam.work.imports.spool.Part;

/** The pass over one file, with what is to be reported about the present batch of lines. */
final class Pass {

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

    Import running() {
        return running;
    }

    Part part() {
        return part;
    }

    ImportSettings settings() {
        return settings;
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

    /** Stores the rejections and notes of the batch. */
    void keep(Rejections rejections, Notes notes) {
        rejections.add(running.id(), part, faults);
        notes.add(running.id(), part, tidied);
        faults.clear();
        tidied.clear();
    }
}
