package ilgam.member.people.persons;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberEvent.PersonMerged;
import ilgam.member.people.privacy.ErasureSubject;
import ilgam.member.people.privacy.PersonalDataEraser;
import ilgam.member.people.profile.Profiles;
import ilgam.starter.projection.EventComponent;
import ilgam.starter.projection.EventComponent.Kind;

/**
 * Assigns the import names of a merged person to the member they were merged into, so that later imports find that
 * member.
 */
@Component
@ProcessingGroup("merge-person-names")
@EventComponent(kind = Kind.POLICY, processor = "members")
class MergedPersons implements PersonalDataEraser {

    private final JdbcClient db;
    private final Profiles profiles;

    MergedPersons(JdbcClient db, Profiles profiles) {
        this.db = db;
        this.profiles = profiles;
    }

    @EventHandler
    void on(PersonMerged merged) {
        db.sql("update person_name set member_id = ?, announced = true where member_id = ?")
                .params(merged.into().value(), merged.member().value())
                .update();
        profiles.blank(merged.member());
    }

    @Override
    public void erase(ErasureSubject subject) {
        db.sql("delete from person_name where member_id = ?")
                .param(subject.member().value())
                .update();
    }
}
