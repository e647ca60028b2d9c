package ilgam.work.imports;

import java.util.Objects;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far an import is: its step, and the items and events that are processed. */
@Component
public class Progress {

    private final JdbcClient db;

    Progress(JdbcClient db) {
        this.db = db;
    }

    Step step(UUID id) {
        return Step.of(db.sql("select step from import where id = ?")
                .param(id)
                .query(String.class)
                .single());
    }

    /** Stores that the step has ended, and which one runs next. */
    public void completed(UUID id, Step step) {
        db.sql("update import set step = ?, waiting = null, tries = 0 where id = ?")
                .params(Objects.requireNonNull(step.next()).word(), id)
                .update();
    }

    /** Stores how many items and events the import has. */
    public void total(UUID id) {
        db.sql("""
                update import set
                    items_total = (select count(*) from import_item where import_id = import.id),
                    events_total = (select count(*) from import_event where import_id = import.id)
                where id = ?""").param(id).update();
    }

    /** Counts items that were valid but refused by a rule. */
    public void refused(UUID id, long items, long events) {
        db.sql("update import set items_total = items_total - ?, events_total = events_total - ? where id = ?")
                .params(items, events, id)
                .update();
    }

    public void processed(UUID id, long items, long unchanged, long events) {
        db.sql("""
                update import set items_done = items_done + ?, items_unchanged = items_unchanged + ?,
                    events_done = events_done + ?, waiting = null, tries = 0 where id = ?""").params(items, unchanged, events, id).update();
    }

    /** Stores that a step got on without counting anything. */
    public void gotOn(UUID id) {
        db.sql("update import set waiting = null, tries = 0 where id = ?")
                .param(id)
                .update();
    }

    /** @throws Turn.Cancelled when the import was cancelled */
    public void mustGoOn(UUID id) {
        var state = db.sql("select state from import where id = ?")
                .param(id)
                .query(String.class)
                .optional();
        if (state.filter("cancelling"::equals).isPresent()) throw new Turn.Cancelled();
    }

    /** Begins a turn, which ends when others wait. */
    public Turn turn(UUID id) {
        return new Turn(db, this, id);
    }
}
