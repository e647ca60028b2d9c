package ilgam.member.identity.token;

import java.sql.Timestamp;
import java.time.Clock;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberEvent.MemberDeactivated;
import ilgam.member.language.MemberEvent.MemberReactivated;
import ilgam.member.language.MemberId;
import ilgam.member.people.privacy.ErasureSubject;
import ilgam.member.people.privacy.PersonalDataEraser;
import ilgam.starter.projection.EventComponent;
import ilgam.starter.projection.EventComponent.Kind;

/** Revokes the tokens of a deactivated member, and deletes those of an erased one, as their names may be personal. */
@Component
@ProcessingGroup("end-tokens")
@EventComponent(kind = Kind.POLICY, processor = "members")
class EndedTokens implements PersonalDataEraser {

    private final JdbcClient db;
    private final Clock clock;

    EndedTokens(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @EventHandler
    @DisallowReplay
    void on(MemberDeactivated deactivated) {
        end(deactivated.member());
    }

    /**
     * Revokes a token that was issued concurrently with the deactivation, so that it does not work after the
     * reactivation.
     */
    @EventHandler
    @DisallowReplay
    void on(MemberReactivated reactivated) {
        end(reactivated.member());
    }

    @Override
    public void erase(ErasureSubject subject) {
        db.sql("delete from access_token where member_id = ?")
                .param(subject.member().value())
                .update();
    }

    private void end(MemberId member) {
        db.sql("update access_token set revoked_at = ? where member_id = ? and revoked_at is null")
                .params(Timestamp.from(clock.instant()), member.value())
                .update();
    }
}
