package ilgam.member.identity.admission;

import java.sql.Timestamp;
import java.time.Clock;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberEvent.AccountClaimed;
import ilgam.member.language.MemberEvent.MemberDeactivated;
import ilgam.member.language.MemberEvent.MemberErased;
import ilgam.member.language.MemberEvent.PersonMerged;
import ilgam.member.language.MemberId;
import ilgam.starter.projection.EventComponent;
import ilgam.starter.projection.EventComponent.Kind;

/** Revokes the invitations to claim a known person who got an account, was merged or was deactivated. */
@Component
@ProcessingGroup("revoke-invitations")
@EventComponent(kind = Kind.POLICY, processor = "members")
@DisallowReplay
class WhenPersonIsNotToBeClaimedThenRevokeInvitations {

    private final JdbcClient db;
    private final Clock clock;

    WhenPersonIsNotToBeClaimedThenRevokeInvitations(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @EventHandler
    void react(AccountClaimed claimed) {
        revoke(claimed.member());
    }

    @EventHandler
    void react(PersonMerged merged) {
        revoke(merged.member());
    }

    @EventHandler
    void react(MemberDeactivated deactivated) {
        revoke(deactivated.member());
    }

    @EventHandler
    void react(MemberErased erased) {
        revoke(erased.member());
    }

    private void revoke(MemberId person) {
        db.sql(
                        "update invitation set revoked_at = ? where member_id = ? and accepted_at is null and revoked_at is null")
                .params(Timestamp.from(clock.instant()), person.value())
                .update();
    }
}
