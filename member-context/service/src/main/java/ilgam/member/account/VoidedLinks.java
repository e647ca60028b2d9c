package ilgam.member.account;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberEvent.MemberDeactivated;
import ilgam.starter.projection.EventComponent;
import ilgam.starter.projection.EventComponent.Kind;

/** A link that was mailed to whoever left gives no new password, not even once they are back. */
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
