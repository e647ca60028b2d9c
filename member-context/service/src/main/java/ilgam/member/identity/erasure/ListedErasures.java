package ilgam.member.identity.erasure;

import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberEvent.MemberErased;
import ilgam.member.language.MemberEvent.PersonMerged;
import ilgam.member.language.MemberId;
import ilgam.member.people.membership.EraseAgain;
import ilgam.starter.messaging.PastEvents;

/**
 * Reconciles the {@link ErasureList} with the database. Restoring a backup from before an erasure brings the person
 * back: they are erased again before this instance reports ready, so that it never serves their data. The only admin of
 * the restored system is kept until there is another one, as nobody could administer it otherwise; this is logged, and
 * each sweep tries again.
 *
 * <p>A member's own events decide whether they are back, and the erasure does not wait for the projection, which may be
 * behind, paused or stuck at a dead letter.
 */
@Component
class ListedErasures implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ListedErasures.class);

    private final ErasureList list;
    private final EraseAgain erasing;
    private final Erasure erasure;
    private final EventStore events;
    private final JdbcClient db;

    ListedErasures(ErasureList list, EraseAgain erasing, Erasure erasure, EventStore events, JdbcClient db) {
        this.list = list;
        this.erasing = erasing;
        this.erasure = erasure;
        this.events = events;
        this.db = db;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        try {
            eraseAgain();
        } catch (UncheckedIOException unreadable) {
            LOG.error(
                    "The list of erasures cannot be read, so restored members cannot be erased again; trying again every hour",
                    unreadable);
        }
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void sweep() {
        var listed = list.members();
        db
                .sql("select id, erased_at from member where erased and erased_at is not null")
                .query((row, n) -> new Erased(new MemberId(row.getObject(1, UUID.class)), instant(row.getTimestamp(2))))
                .list()
                .stream()
                .filter(erased -> !listed.contains(erased.member()))
                .forEach(erased -> list.add(erased.member(), erased.at()));
        eraseAgain();
    }

    private record Erased(MemberId member, Instant at) {}

    private static Instant instant(Timestamp timestamp) {
        return timestamp.toInstant();
    }

    private void eraseAgain() {
        var listed = list.members();
        var back = listed.stream().filter(this::isHere).toList();
        if (!back.isEmpty()) LOG.warn("Erasing {} members again who are back since a restore", back.size());
        for (var member : back)
            if (!erasing.erase(member))
                LOG.error("The member {} was erased and is back as the only admin: appoint another admin", member);
        listed.stream()
                .filter(member -> !isShownAsErased(member) && isErased(member))
                .forEach(this::erase);
    }

    private boolean isHere(MemberId member) {
        var past = past(member);
        return !past.isEmpty()
                && past.stream().noneMatch(event -> event instanceof MemberErased || event instanceof PersonMerged);
    }

    private boolean isErased(MemberId member) {
        return past(member).stream().anyMatch(MemberErased.class::isInstance);
    }

    private List<Object> past(MemberId member) {
        return PastEvents.of(events, member.value())
                .<Object>map(DomainEventMessage::getPayload)
                .toList();
    }

    /** Whether the projection shows the erasure. Personal data was erased in the same transaction. */
    private boolean isShownAsErased(MemberId member) {
        return db.sql("select exists (select from member where id = ? and erased)")
                .param(member.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * Erases personal data. A failure is logged only, so that the start does not fail; the sweep or the event's handler
     * tries again.
     */
    private void erase(MemberId member) {
        try {
            erasure.eraseNow(member);
        } catch (RuntimeException later) {
            LOG.error(
                    "Personal data of the erased member {} could not be deleted yet; trying again every hour",
                    member,
                    later);
        }
    }
}
