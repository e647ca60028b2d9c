package ilgam.member.identity.account;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberEvent.AccountClaimed;
import ilgam.member.language.MemberEvent.MemberRegistered;
import ilgam.starter.projection.EventComponent;
import ilgam.starter.projection.EventComponent.Kind;

/** Confirms an account once its member is registered or has claimed it. */
@Component
@ProcessingGroup("accounts")
@EventComponent(kind = Kind.RESERVATION, processor = "members")
class AccountConfirmation {

    private final AccountReservation reservation;
    private final Claims claims;

    AccountConfirmation(AccountReservation reservation, Claims claims) {
        this.reservation = reservation;
        this.claims = claims;
    }

    @EventHandler
    void on(MemberRegistered registered) {
        reservation.confirm(registered.member());
    }

    @EventHandler
    void on(AccountClaimed claimed) {
        reservation.confirm(claimed.member());
        claims.succeed(claimed.member());
    }
}
