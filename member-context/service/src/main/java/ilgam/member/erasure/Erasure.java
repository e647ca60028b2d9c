package ilgam.member.erasure;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import ilgam.member.forgetting.Forgets;
import ilgam.member.forgetting.Leaver;
import ilgam.member.language.MemberEvent.MemberErased;
import ilgam.member.language.MemberId;

/**
 * Has everything forgotten about whoever was erased. The event brings it about, in the transaction that keeps how far
 * the events were read: after a crash it comes again. What was written meanwhile, such as a session that somebody began
 * in that moment, goes with the sweep of the day after.
 */
@Component
@ProcessingGroup("members")
class Erasure {

    private static final Duration SWEPT_FOR = Duration.ofDays(1);

    private final List<Forgets> features;
    private final JdbcClient db;
    private final TransactionOperations transaction;
    private final Clock clock;

    Erasure(List<Forgets> features, JdbcClient db, TransactionOperations transaction, Clock clock) {
        this.features = features;
        this.db = db;
        this.transaction = transaction;
        this.clock = clock;
    }

    @EventHandler
    void on(MemberErased erased) {
        forget(erased.member());
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void sweep() {
        db
                .sql("select id from member where erased_at > ?")
                .param(Timestamp.from(clock.instant().minus(SWEPT_FOR)))
                .query(UUID.class)
                .list()
                .stream()
                .map(MemberId::new)
                .forEach(member -> transaction.executeWithoutResult(status -> forget(member)));
    }

    /** Together with the persons who turned out to be them. */
    private void forget(MemberId member) {
        var known = db
                .sql("select id from member where id = :id or merged_into = :id")
                .param("id", member.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(MemberId::new)
                .toList();
        var addresses = known.stream()
                .flatMap(one -> features.stream().flatMap(feature -> feature.addressesOf(one).stream()))
                .collect(Collectors.toSet());
        for (var one : known) features.forEach(feature -> feature.forget(new Leaver(one, addresses)));
    }
}
