package ilgam.work.imports.stage;

import java.sql.Timestamp;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.work.imports.Import;

/** Sets the missing creation times of items to their first event, or else to the request of the import. */
@Component
class CreationTimes {

    private final JdbcClient db;

    CreationTimes(JdbcClient db) {
        this.db = db;
    }

    void complete(Import running) {
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
}
