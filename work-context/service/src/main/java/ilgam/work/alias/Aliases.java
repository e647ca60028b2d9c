package ilgam.work.alias;

import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The aliases of each reader of the events. Events of items and of persons are read side by side, so a lock keeps them
 * apart: whoever writes rows holds what is known until they are committed, and whoever learns of a merger waits for
 * them and then rewrites every row that there is.
 */
@Component
public class Aliases {

    private record Alias(UUID person, UUID intoId) {}

    private final JdbcClient db;

    Aliases(JdbcClient db) {
        this.db = db;
    }

    /** What this reader knows; it learns nothing else until the transaction ends. */
    public Known known(String reader) {
        lock("pg_advisory_xact_lock_shared", reader);
        return new Known(db
                .sql("select person, into_id from person_alias where reader = ?")
                .param(reader)
                .query(Alias.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Alias::person, Alias::intoId)));
    }

    /** This reader learns that a person is somebody else. Answers who that is after all. */
    public UUID merge(String reader, UUID person, UUID into) {
        lock("pg_advisory_xact_lock", reader);
        var target = whoIs(reader, into);
        db.sql("update person_alias set into_id = ? where reader = ? and into_id = ?")
                .params(target, reader, person)
                .update();
        db.sql("""
                insert into person_alias (reader, person, into_id) values (?, ?, ?)
                on conflict (reader, person) do update set into_id = excluded.into_id""").params(reader, person, target).update();
        return target;
    }

    /** Whom this person turned out to be: mostly themselves. */
    public UUID whoIs(String reader, UUID person) {
        return db.sql("select into_id from person_alias where reader = ? and person = ?")
                .params(reader, person)
                .query(UUID.class)
                .optional()
                .orElse(person);
    }

    /** This reader begins from the first event. */
    public void forget(String reader) {
        db.sql("delete from person_alias where reader = ?").param(reader).update();
    }

    private void lock(String how, String reader) {
        db.sql("select " + how + "(hashtextextended('person_alias ' || ?, 0))")
                .param(reader)
                .query((row, _) -> true)
                .single();
    }
}
