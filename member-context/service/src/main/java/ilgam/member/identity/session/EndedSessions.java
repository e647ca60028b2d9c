package ilgam.member.identity.session;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberEvent.MemberDeactivated;
import ilgam.member.people.privacy.ErasureSubject;
import ilgam.member.people.privacy.PersonalDataEraser;
import ilgam.starter.projection.EventComponent;
import ilgam.starter.projection.EventComponent.Kind;

/** Ends all sessions of a deactivated member. */
@Component
@ProcessingGroup("end-sessions")
@EventComponent(kind = Kind.POLICY, processor = "members")
class EndedSessions implements PersonalDataEraser {

    private final Sessions sessions;

    EndedSessions(Sessions sessions) {
        this.sessions = sessions;
    }

    @EventHandler
    @DisallowReplay
    void on(MemberDeactivated deactivated) {
        sessions.endAllBut(null, deactivated.member());
    }

    @Override
    public void erase(ErasureSubject subject) {
        sessions.endAllBut(null, subject.member());
    }
}
