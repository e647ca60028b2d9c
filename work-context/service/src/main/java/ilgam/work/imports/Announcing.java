package ilgam.work.imports;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds a member for every name of the import: by the uploaded {@code people}, else by announcing the person. */
@Component
class Announcing {

    private static final int BATCH = 500;

    private final JdbcClient db;
    private final PeopleAnnouncer people;
    private final Imports imports;

    Announcing(JdbcClient db, PeopleAnnouncer people, Imports imports) {
        this.db = db;
        this.people = people;
        this.imports = imports;
    }

    void announce(Import running) {
        for (var names = unknown(running); !names.isEmpty(); names = unknown(running))
            keep(running, people.announce(names));
        imports.next(running.id(), "send");
    }

    private List<String> unknown(Import running) {
        return db.sql("select name from import_person where import_id = ? and member_id is null order by name limit ?")
                .params(running.id(), BATCH)
                .query(String.class)
                .list();
    }

    private void keep(Import running, Map<String, UUID> members) {
        if (members.isEmpty()) throw new IllegalStateException("The member context announced nobody.");
        db.sql("""
                update import_person p set member_id = known.member_id
                from unnest(?::text[], ?::uuid[]) known(name, member_id)
                where p.import_id = ? and p.name = known.name""")
                .params(
                        members.keySet().toArray(String[]::new),
                        members.values().toArray(UUID[]::new),
                        running.id())
                .update();
    }
}
