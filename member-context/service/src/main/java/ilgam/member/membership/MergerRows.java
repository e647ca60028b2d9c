package ilgam.member.membership;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import ilgam.member.language.MemberEvent.PersonMerged;
import ilgam.member.language.MemberId;
import ilgam.starter.messaging.PastEvents;

import static org.springframework.transaction.TransactionDefinition.PROPAGATION_REQUIRES_NEW;

/**
 * Decides about mergers under a lock. Two persons who are merged into each other at once: one merger is reserved
 * first, the other refused. A reservation ends with the event; one that never came to an event ends with the sweep.
 */
@Component
@ProcessingGroup("members")
class MergerRows implements Mergers {

    private static final Duration GIVEN_UP_AFTER = Duration.ofMinutes(1);

    private final JdbcClient db;
    private final TransactionTemplate separately;
    private final EventStore events;
    private final Clock clock;

    MergerRows(JdbcClient db, PlatformTransactionManager transactions, EventStore events, Clock clock) {
        this.db = db;
        this.separately = new TransactionTemplate(transactions);
        this.separately.setPropagationBehavior(PROPAGATION_REQUIRES_NEW);
        this.events = events;
        this.clock = clock;
    }

    @Override
    public boolean admit(MemberId person, MemberId into) {
        return Boolean.TRUE.equals(separately.execute(status -> reserveIfThere(person, into)));
    }

    private boolean reserveIfThere(MemberId person, MemberId into) {
        db.sql("lock table merger in exclusive mode").update();
        var there = db.sql("""
                        select exists (select from member where id = :into and not erased and merged_into is null)
                           and not exists (select from merger where person_id = :into)
                        """).param("into", into.value()).query(Boolean.class).single();
        if (there) reserve(person, into);
        return there;
    }

    @EventHandler
    @DisallowReplay
    void on(PersonMerged merged) {
        release(merged.member().value());
    }

    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
    void sweep() {
        db
                .sql("select person_id from merger where reserved_at < ?")
                .param(Timestamp.from(clock.instant().minus(GIVEN_UP_AFTER)))
                .query(UUID.class)
                .list()
                .stream()
                .filter(person -> !isMerged(person))
                .forEach(this::release);
    }

    private void reserve(MemberId person, MemberId into) {
        db.sql("""
                        insert into merger (person_id, into_id, reserved_at) values (?, ?, ?)
                        on conflict (person_id) do update
                        set into_id = excluded.into_id, reserved_at = excluded.reserved_at
                        """)
                .params(person.value(), into.value(), Timestamp.from(clock.instant()))
                .update();
    }

    private void release(UUID person) {
        db.sql("delete from merger where person_id = ?").param(person).update();
    }

    /** By the person's own events: the rows may not show the latest yet. */
    private boolean isMerged(UUID person) {
        return PastEvents.of(events, person).anyMatch(event -> event.getPayload() instanceof PersonMerged);
    }
}
