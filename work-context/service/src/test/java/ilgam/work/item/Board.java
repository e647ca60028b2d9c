package ilgam.work.item;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberId;
import ilgam.work.language.CommentId;
import ilgam.work.language.ItemEvent;
import ilgam.work.language.ItemId;
import ilgam.work.language.Kind;
import ilgam.work.language.ProjectId;
import ilgam.work.language.Severity;

/** Who and what the specifications of work items are about. */
final class Board {

    static final MemberId ADA = new MemberId(UUID.nameUUIDFromBytes(new byte[] {1}));
    static final MemberId LIN = new MemberId(UUID.nameUUIDFromBytes(new byte[] {2}));
    static final ProjectId WEB = new ProjectId(UUID.nameUUIDFromBytes(new byte[] {3}));
    static final ItemId ITEM = new ItemId(UUID.nameUUIDFromBytes(new byte[] {4}));
    static final ItemId OTHER = new ItemId(UUID.nameUUIDFromBytes(new byte[] {5}));
    static final CommentId REMARK = new CommentId(UUID.nameUUIDFromBytes(new byte[] {6}));
    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    static final Set<String> OPEN = Set.of("to-do", "in-progress");

    private Board() {}

    static AggregateTestFixture<WorkItem> items() {
        var fixture = new AggregateTestFixture<>(WorkItem.class);
        fixture.registerCommandHandlerInterceptor((work, chain) -> {
            work.registerCorrelationDataProvider(new SimpleCorrelationDataProvider("actor", "occurredAt", "source"));
            return chain.proceed();
        });
        return fixture;
    }

    static final long NUMBER = 12;

    static Opening opening(Kind kind, @Nullable Severity severity, @Nullable Day start, @Nullable Day due) {
        return new Opening(
                WEB,
                null,
                kind,
                ADA,
                null,
                List.of(
                        new ItemChange.Rename(new Title("Tidy up")),
                        new ItemChange.Move("to-do", Set.of()),
                        new ItemChange.RateSeverity(severity),
                        new ItemChange.ScheduleStart(start),
                        new ItemChange.ScheduleDue(due)));
    }

    static Opening task() {
        return opening(Kind.TASK, null, null, null);
    }

    static ItemEvent taskOpened() {
        return task().of(ITEM, NUMBER);
    }

    static ItemEvent issueOpened() {
        return opening(Kind.ISSUE, Severity.MAJOR, null, null).of(ITEM, NUMBER);
    }

    static MetaData by(MemberId member) {
        return MetaData.with("actor", member.toString()).and("occurredAt", NOON.toString());
    }

    static MetaData at(Instant instant) {
        return MetaData.with("occurredAt", instant.toString());
    }

    static EventMessage<?> message(ItemEvent event, MetaData metadata) {
        return new GenericEventMessage<>(event, metadata);
    }
}
