package ilgam.work.imports.results;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberEvent.MemberErased;
import ilgam.member.language.MemberEvent.PersonMerged;
import ilgam.starter.projection.EventComponent;
import ilgam.starter.projection.EventComponent.Kind;
import ilgam.work.imports.Import;
import ilgam.work.imports.line.Tidy;

/**
 * Stores personal values from the lines of an import, which must not be in events, as events are never erased. Values
 * of a known member are erased with the member; values of nobody known are deleted with their import, and after 90 days
 * at the latest.
 */
@Component
@ProcessingGroup("imported-personal-data")
@EventComponent(kind = Kind.POLICY, processor = "lookups")
public class PersonalData {

    private final JdbcClient db;

    PersonalData(JdbcClient db) {
        this.db = db;
    }

    public void keep(Import running, UUID item, List<PersonalValue> privates) {
        if (privates.isEmpty()) return;
        var byDigest = new LinkedHashMap<Long, PersonalValue>();
        privates.forEach(found -> byDigest.putIfAbsent(found.digest(), found));
        var rows = List.copyOf(byDigest.values());
        db.sql("""
                insert into import_personal (item_id, import_id, digest, field, value, member_id)
                select ?, ?, row.digest, row.field, row.value, person.member_id
                from unnest(?::bigint[], ?::text[], ?::text[]) row (digest, field, value)
                left join import_person person on person.import_id = ? and person.name = row.value
                on conflict do nothing""")
                .params(
                        item,
                        running.id(),
                        rows.stream().map(PersonalValue::digest).toArray(Long[]::new),
                        rows.stream().map(PersonalValue::field).toArray(String[]::new),
                        rows.stream().map(found -> Tidy.sound(found.value())).toArray(String[]::new),
                        running.id())
                .update();
    }

    /** Erases the values of nobody known when the import is withdrawn. */
    public void erase(Import withdrawn) {
        db.sql("delete from import_personal where import_id = ? and member_id is null")
                .param(withdrawn.id())
                .update();
    }

    @Scheduled(fixedDelay = 60, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        db.sql("delete from import_personal where member_id is null and kept_at < now() - interval '90 days'")
                .update();
    }

    @EventHandler
    void on(MemberErased erased) {
        db.sql("delete from import_personal where member_id = ?")
                .param(erased.member().value())
                .update();
    }

    @EventHandler
    void on(PersonMerged merged) {
        db.sql("update import_personal set member_id = ? where member_id = ?")
                .params(merged.into().value(), merged.member().value())
                .update();
    }
}
