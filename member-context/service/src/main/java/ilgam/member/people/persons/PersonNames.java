package ilgam.member.people.persons;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import ilgam.member.language.MemberEvent.PersonAnnounced;
import ilgam.member.people.profile.Profiles;
import ilgam.starter.ids.Ids;
import ilgam.starter.projection.EventComponent;
import ilgam.starter.projection.EventComponent.Kind;

/** Maps names to persons: the first to store a name decides, the event confirms it. */
@Component
@ProcessingGroup("person-names")
@EventComponent(kind = Kind.RESERVATION, processor = "members")
class PersonNames {

    private final JdbcClient db;
    private final Profiles profiles;
    private final TransactionOperations transaction;
    private final Clock clock;

    PersonNames(JdbcClient db, Profiles profiles, TransactionOperations transaction, Clock clock) {
        this.db = db;
        this.profiles = profiles;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Assigns an id to every name that has none yet. The names are sorted, so that concurrent imports do not deadlock.
     */
    void write(Collection<String> names) {
        var sorted = new TreeSet<>(names).toArray(String[]::new);
        var ids = new UUID[sorted.length];
        Arrays.setAll(ids, n -> Ids.next());
        transaction.executeWithoutResult(status -> {
            var fresh = new LinkedHashMap<UUID, String>();
            db.sql("""
                            insert into person_name (source_name, member_id, announced, created_at)
                            select name, id, false, ? from unnest(?::text[], ?::uuid[]) as t (name, id)
                            on conflict do nothing
                            returning source_name, member_id, announced
                            """)
                    .params(Timestamp.from(clock.instant()), sorted, ids)
                    .query(PersonName.class)
                    .list()
                    .forEach(person -> fresh.put(person.memberId(), person.sourceName()));
            profiles.startForKnownPersons(fresh);
        });
    }

    List<PersonName> of(Collection<String> names) {
        return db.sql("select source_name, member_id, announced from person_name where source_name = any (?)")
                .param(names.toArray(String[]::new))
                .query(PersonName.class)
                .list();
    }

    boolean areAnnounced(Collection<String> names) {
        return db.sql("select not exists (select from person_name where source_name = any (?) and not announced)")
                .param(names.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    @EventHandler
    void on(PersonAnnounced announced) {
        db.sql("update person_name set announced = true where member_id = ?")
                .param(announced.member().value())
                .update();
    }
}
