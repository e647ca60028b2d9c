package ilgam.work.imports.announce;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import ilgam.work.imports.Import;
import ilgam.work.imports.ImportStep;
import ilgam.work.imports.Progress;
import ilgam.work.imports.Step;
import ilgam.work.imports.results.Notes;
import ilgam.work.imports.source.Note;
import ilgam.work.imports.spool.Part;

/** Finds a member for every name of the import: by the uploaded {@code people}, otherwise by announcing the person. */
@Component
class Announcing implements ImportStep {

    private static final int BATCH = 500;

    private final JdbcClient db;
    private final PeopleAnnouncer people;
    private final Progress progress;
    private final Notes notes;
    private final TransactionTemplate transaction;

    Announcing(JdbcClient db, PeopleAnnouncer people, Progress progress, Notes notes, TransactionTemplate transaction) {
        this.notes = notes;
        this.transaction = transaction;
        this.db = db;
        this.people = people;
        this.progress = progress;
    }

    @Override
    public Step step() {
        return Step.ANNOUNCE;
    }

    @Override
    public void run(Import running) {
        for (var names = unknown(running); !names.isEmpty(); names = unknown(running)) announce(running, names);
        progress.completed(running.id(), step());
    }

    /** Announces the names. Leaves out names that the member context permanently refuses. */
    private void announce(Import running, List<String> names) {
        try {
            keep(running, people.announce(names));
        } catch (PeopleAnnouncer.NamesRefused refused) {
            if (names.size() == 1) leaveOut(running, names.getFirst());
            else {
                announce(running, names.subList(0, names.size() / 2));
                announce(running, names.subList(names.size() / 2, names.size()));
            }
        }
    }

    private record Place(String file, long line, String field) {}

    private void leaveOut(Import running, String name) {
        transaction.executeWithoutResult(_ -> db.sql("""
                        delete from import_person where import_id = ? and name = ?
                        returning coalesce(file, 'items') as file, coalesce(line, 0) as line,
                            coalesce(field, 'people') as field""")
                .params(running.id(), name)
                .query(Place.class)
                .list()
                .forEach(place -> notes.add(
                        running.id(),
                        Part.valueOf(place.file().toUpperCase(Locale.ROOT)),
                        place.line(),
                        Note.ofPerson(place.field(), name, Note.Reason.PERSON_REFUSED))));
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
