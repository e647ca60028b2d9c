package ilgam.member.identity.erasure;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import ilgam.member.language.MemberEvent.MemberErased;
import ilgam.member.language.MemberId;
import ilgam.member.people.privacy.ErasureSubject;
import ilgam.member.people.privacy.PersonalDataEraser;
import ilgam.starter.messaging.Recorded;
import ilgam.starter.projection.EventComponent;
import ilgam.starter.projection.EventComponent.Kind;

/**
 * Erases personal data of an erased member. Triggered by the event, in the transaction that stores the processor's
 * token, so that it is repeated after a crash. Data written concurrently, such as a session begun at that moment, is
 * removed by the sweep of the following day.
 */
@Component
@ProcessingGroup("erasure")
@EventComponent(kind = Kind.POLICY, processor = "members")
class Erasure {

    private static final Duration SWEPT_FOR = Duration.ofDays(1);

    private final List<PersonalDataEraser> features;
    private final ErasureList list;
    private final JdbcClient db;
    private final TransactionOperations transaction;
    private final Clock clock;

    Erasure(
            List<PersonalDataEraser> features,
            ErasureList list,
            JdbcClient db,
            TransactionOperations transaction,
            Clock clock) {
        this.features = features;
        this.list = list;
        this.db = db;
        this.transaction = transaction;
        this.clock = clock;
    }

    @EventHandler
    void on(MemberErased erased, Recorded recorded) {
        erase(erased.member());
        list.addIfMissing(erased.member(), recorded.recordedAt());
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
                .forEach(this::eraseNow);
    }

    /** Erases without waiting for the event. Safe to repeat. */
    void eraseNow(MemberId member) {
        transaction.executeWithoutResult(status -> erase(member));
    }

    /** Erases the member and the persons who were merged into them. The directory may not have either of them yet. */
    private void erase(MemberId member) {
        var merged = db
                .sql("select id from member where merged_into = ?")
                .param(member.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(MemberId::new);
        var known = Stream.concat(Stream.of(member), merged).toList();
        var addresses = known.stream()
                .flatMap(one -> features.stream().flatMap(feature -> feature.addressesOf(one).stream()))
                .collect(Collectors.toSet());
        for (var one : known) features.forEach(feature -> feature.erase(new ErasureSubject(one, addresses)));
    }
}
