package ilgam.member.identity.account;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberEvent.MemberDeactivated;
import ilgam.starter.projection.EventComponent;
import ilgam.starter.projection.EventComponent.Kind;

/** Voids reset links mailed to a member who was deactivated, so that they do not work after a reactivation either. */
@Component
@ProcessingGroup("void-links")
@EventComponent(kind = Kind.POLICY, processor = "members")
class VoidedLinks {

    private final NewPassword passwords;

    VoidedLinks(NewPassword passwords) {
        this.passwords = passwords;
    }

    @EventHandler
    @DisallowReplay
    void on(MemberDeactivated deactivated) {
        passwords.take(deactivated.member());
        passwords.voidLinks(deactivated.member());
    }
}
