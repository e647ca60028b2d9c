package ilgam.member.replica;

import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The merged persons that each reader of events knows. Events of items and of persons may be processed concurrently, so
 * lock separates them: a transaction that writes rows holds a shared lock on what it knows until it commits; a merger
 * takes the exclusive lock and then rewrites all existing rows.
 */
@Component
public class Aliases {

    private record Alias(UUID person, UUID intoId) {}

    private final JdbcClient db;

    Aliases(JdbcClient db) {
        this.db = db;
    }

    /** The mergers that this reader knows. They do not change until the transaction ends. */
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

    /** Adds a merger for this reader. Returns the id that the person finally has. */
    public UUID merge(String reader, UUID person, UUID into) {
        lock("pg_advisory_xact_lock", reader);
        var target = finalIdOf(reader, into);
        db.sql("update person_alias set into_id = ? where reader = ? and into_id = ?")
                .params(target, reader, person)
                .update();
        db.sql("""
                insert into person_alias (reader, person, into_id) values (?, ?, ?)
                on conflict (reader, person) do update set into_id = excluded.into_id""").params(reader, person, target).update();
        return target;
    }

    /** The id that this person finally has, usually their own. */
    public UUID finalIdOf(String reader, UUID person) {
        return db.sql("select into_id from person_alias where reader = ? and person = ?")
                .params(reader, person)
                .query(UUID.class)
                .optional()
                .orElse(person);
    }

    /** Deletes this reader's mergers before a replay. */
    public void reset(String reader) {
        db.sql("delete from person_alias where reader = ?").param(reader).update();
    }

    private void lock(String how, String reader) {
        db.sql("select " + how + "(hashtextextended('person_alias ' || ?, 0))")
                .param(reader)
                .query((row, _) -> true)
                .single();
    }
}
