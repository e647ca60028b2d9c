package ilgam.member.account;

import java.time.Clock;
import java.time.Duration;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberEvent.AccountClaimed;
import ilgam.member.language.MemberEvent.MemberRegistered;
import ilgam.member.language.MemberId;
import ilgam.starter.messaging.PastEvents;

/** An account counts once its member is registered or claimed; one whose process died before that is given back. */
@Component
@ProcessingGroup("members")
class AccountConfirmation {

    private static final Logger LOG = LoggerFactory.getLogger(AccountConfirmation.class);
    private static final Duration GIVEN_UP_AFTER = Duration.ofMinutes(1);

    private final JdbcClient db;
    private final Accounts accounts;
    private final AccountReservation reservation;
    private final Claims claims;
    private final EventStore events;
    private final Clock clock;

    AccountConfirmation(
            JdbcClient db,
            Accounts accounts,
            AccountReservation reservation,
            Claims claims,
            EventStore events,
            Clock clock) {
        this.db = db;
        this.accounts = accounts;
        this.reservation = reservation;
        this.claims = claims;
        this.events = events;
        this.clock = clock;
    }

    @EventHandler
    void on(MemberRegistered registered) {
        confirm(registered.member());
    }

    @EventHandler
    void on(AccountClaimed claimed) {
        confirm(claimed.member());
        claims.succeed(claimed.member());
    }

    private void confirm(MemberId member) {
        db.sql("update account set confirmed = true where member_id = ?")
                .param(member.value())
                .update();
    }

    boolean isConfirmed(MemberId member) {
        return db.sql("select exists (select from account where member_id = ? and confirmed)")
                .param(member.value())
                .query(Boolean.class)
                .single();
    }

    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
    void sweep() {
        accounts.findByConfirmedFalseAndCreatedAtBefore(clock.instant().minus(GIVEN_UP_AFTER)).stream()
                .map(account -> new MemberId(account.memberId()))
                .filter(member -> !isTheirs(member))
                .forEach(member -> {
                    LOG.info("Gave back the account of {}, whose sign-up was never finished.", member);
                    reservation.giveBack(member);
                });
    }

    /** By the member's own events: the rows may not show the latest yet. */
    boolean isTheirs(MemberId member) {
        return PastEvents.of(events, member.value())
                .map(DomainEventMessage::getPayload)
                .anyMatch(event -> event instanceof MemberRegistered || event instanceof AccountClaimed);
    }
}
