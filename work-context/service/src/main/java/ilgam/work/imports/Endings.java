package ilgam.work.imports;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends imports: deletes their working rows and keeps their results. */
@Component
class Endings {

    private static final List<String> WORKING_ROWS =
            List.of("import_event", "import_item", "import_person", "import_part");

    private final JdbcClient db;

    Endings(JdbcClient db) {
        this.db = db;
    }

    /** Ends the import in this state. */
    @Transactional
    void end(UUID id, String state) {
        clear(id);
        db.sql("update import set state = ?, waiting = null, tries = 0, leased_until = null where id = ?")
                .params(state, id)
                .update();
    }

    /** Ends the import as incomplete; its items stay. A no-op once another worker has taken over. */
    @Transactional
    void fail(UUID id, UUID worker, ImportFailure failure) {
        boolean isOurs = db.sql("""
                        update import set state = 'failed', failure = ?, failure_reason = ?, waiting = null,
                            leased_until = null
                        where id = ? and leased_by = ?""")
                        .params(
                                String.valueOf(failure.getMessage()),
                                failure.reason().word(),
                                id,
                                worker)
                        .update()
                == 1;
        if (isOurs) clear(id);
    }

    private void clear(UUID id) {
        db.sql("set local statement_timeout = 0").update(); // deletes the whole import at once
        db.sql("""
                insert into import_touched (import_id, item_id, number)
                select import_id, item_id, number from import_item where import_id = ? on conflict do nothing""").param(id).update();
        for (var table : WORKING_ROWS)
            db.sql("delete from " + table + " where import_id = ?").param(id).update();
    }

    /** Deletes uploads that were interrupted. */
    void sweep() {
        db.sql("delete from import where state = 'spooling' and asked_at < now() - interval '1 hour'")
                .update();
    }
}
