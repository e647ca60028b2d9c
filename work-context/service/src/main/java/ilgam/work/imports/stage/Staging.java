package ilgam.work.imports.stage;

import java.io.IOException;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import ilgam.work.imports.Import;
import ilgam.work.imports.ImportStep;
import ilgam.work.imports.Progress;
import ilgam.work.imports.Step;
import ilgam.work.imports.line.Lines;
import ilgam.work.imports.line.Lines.Line;
import ilgam.work.imports.results.Notes;
import ilgam.work.imports.results.Rejections;
import ilgam.work.imports.spool.ImportSettingsReader;
import ilgam.work.imports.spool.Part;
import ilgam.work.imports.spool.Spool;

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
    private final ItemStaging items;
    private final EventStaging events;
    private final LongHistories longHistories;
    private final CreationTimes creationTimes;
    private final Parents parents;
    private final Rejections rejections;
    private final Notes notes;
    private final Progress progress;

    Staging(
            JdbcClient db,
            Spool spool,
            ImportSettingsReader settings,
            ItemStaging items,
            EventStaging events,
            LongHistories longHistories,
            CreationTimes creationTimes,
            Parents parents,
            Rejections rejections,
            Notes notes,
            Progress progress) {
        this.db = db;
        this.spool = spool;
        this.settings = settings;
        this.items = items;
        this.events = events;
        this.longHistories = longHistories;
        this.creationTimes = creationTimes;
        this.parents = parents;
        this.rejections = rejections;
        this.notes = notes;
        this.progress = progress;
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
        stage(new Pass(running, Part.ITEMS, known), items::stage);
        stage(new Pass(running, Part.EVENTS, known), events::stage);
        learnSizes();
        longHistories.cut(running);
        creationTimes.complete(running);
        parents.cut(running);
        weigh(running);
        progress.total(running.id());
        progress.completed(running.id(), step());
    }

    private interface BatchStaging {

        void stage(Pass pass, List<Line> batch);
    }

    private void stage(Pass pass, BatchStaging staging) throws IOException {
        var id = pass.running().id();
        if (!spool.has(id, pass.part())) return;
        try (var file = spool.open(id, pass.part())) {
            var lines = new Lines(file);
            for (var batch = lines.batch(); !batch.isEmpty(); batch = lines.batch()) {
                staging.stage(pass, batch);
                pass.keep(rejections, notes);
                progress.mustGoOn(id);
            }
        }
    }

    /** Updates the statistics: plans for empty tables would take hours for a large import. */
    private void learnSizes() {
        db.sql("analyze import_item, import_event, import_person").update();
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
