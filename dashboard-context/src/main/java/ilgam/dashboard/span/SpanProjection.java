package ilgam.dashboard.span;

import java.util.UUID;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberEvent.PersonMerged;
import ilgam.member.language.MemberId;
import ilgam.starter.messaging.Recorded;
import ilgam.starter.projection.Batch;
import ilgam.starter.projection.EventComponent;
import ilgam.starter.projection.EventComponent.Kind;
import ilgam.work.language.ItemEvent;
import ilgam.work.language.ItemEvent.ItemAssigned;
import ilgam.work.language.ItemEvent.ItemDeleted;
import ilgam.work.language.ItemEvent.ItemDueScheduled;
import ilgam.work.language.ItemEvent.ItemMoved;
import ilgam.work.language.ItemEvent.ItemOpened;
import ilgam.work.language.ItemEvent.ItemPrioritised;
import ilgam.work.language.ItemEvent.ItemReclassified;
import ilgam.work.language.ItemEvent.ItemRenamed;
import ilgam.work.language.ItemEvent.ItemResolved;
import ilgam.work.language.ItemEvent.ItemRestored;

/** Converts the events of items into spans. A batch of events is written by a few statements. */
@Component
@ProcessingGroup("spans")
@EventComponent(
        kind = Kind.PROJECTION,
        processor = "dashboard-spans",
        tables = {"item", "span"},
        sharedRows = "person_alias where reader = 'spans'",
        notFromEvents = "span.position")
class SpanProjection {

    private final Batch<Changes> batch;
    private final SpanRows rows;

    SpanProjection(SpanRows rows) {
        this.rows = rows;
        this.batch = new Batch<>(Changes::new, rows::write);
    }

    @EventHandler
    void on(ItemOpened opened, Recorded recorded) {
        var openedAt = TimedChange.kept(recorded.occurredAt());
        var item = new Item(opened.item().value(), opened.project().value(), openedAt);
        var state = new State(
                opened.status(),
                openedAt,
                id(opened.assignee()),
                opened.kind(),
                opened.priority(),
                opened.dueOn(),
                opened.resolution(),
                false);
        batch.current()
                .open(
                        new Changes.Opened(item, opened.number(), opened.sourceKey()),
                        new Changes.Titled(item.id(), opened.title(), openedAt, recorded.sequence()));
        add(opened, recorded, Field.OPENING, state);
    }

    @EventHandler
    void on(ItemRenamed renamed, Recorded recorded) {
        batch.current()
                .title(new Changes.Titled(
                        renamed.item().value(),
                        renamed.to(),
                        TimedChange.kept(recorded.occurredAt()),
                        recorded.sequence()));
    }

    @EventHandler
    void on(ItemMoved moved, Recorded recorded) {
        add(moved, recorded, Field.STATUS, State.inStatus(moved.to()));
    }

    @EventHandler
    void on(ItemAssigned assigned, Recorded recorded) {
        add(assigned, recorded, Field.ASSIGNEE, State.assignedTo(id(assigned.to())));
    }

    @EventHandler
    void on(ItemReclassified reclassified, Recorded recorded) {
        add(reclassified, recorded, Field.KIND, State.ofKind(reclassified.to()));
    }

    @EventHandler
    void on(ItemPrioritised prioritised, Recorded recorded) {
        add(prioritised, recorded, Field.PRIORITY, State.ofPriority(prioritised.to()));
    }

    @EventHandler
    void on(ItemDueScheduled scheduled, Recorded recorded) {
        add(scheduled, recorded, Field.DUE, State.due(scheduled.to()));
    }

    @EventHandler
    void on(ItemResolved resolved, Recorded recorded) {
        add(resolved, recorded, Field.RESOLUTION, State.resolvedAs(resolved.to()));
    }

    @EventHandler
    void on(ItemDeleted deleted, Recorded recorded) {
        add(deleted, recorded, Field.DELETED, State.deleted(true));
    }

    @EventHandler
    void on(ItemRestored restored, Recorded recorded) {
        add(restored, recorded, Field.DELETED, State.deleted(false));
    }

    @EventHandler
    void on(PersonMerged merged) {
        rows.merge(merged.member().value(), merged.into().value());
    }

    @ResetHandler
    void reset() {
        rows.reset();
    }

    private void add(ItemEvent event, Recorded recorded, Field field, State own) {
        batch.current().add(event.item().value(), TimedChange.of(recorded, field, own));
    }

    private static @Nullable UUID id(@Nullable MemberId member) {
        return member == null ? null : member.value();
    }
}
