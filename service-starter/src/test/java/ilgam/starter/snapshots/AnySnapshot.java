package ilgam.starter.snapshots;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Checks that an aggregate has the same state with a snapshot, taken after any of its events, as without. */
public final class AnySnapshot {

    private static final SnapshotForms FORMS = new SnapshotForms();

    private AnySnapshot() {}

    /** An event and its metadata. */
    public record Past(Object event, MetaData metadata) {}

    /** Takes a snapshot after each of the events, writes and reads it, and applies the events after it. */
    public static <T extends Snapshotted> void isAsGoodAsEvents(Class<T> type, Supplier<T> fresh, List<Past> past) {
        var model = AnnotatedAggregateMetaModelFactory.inspectAggregate(type);
        var events = new ArrayList<DomainEventMessage<?>>();
        for (var each : past)
            events.add(new GenericDomainEventMessage<>(
                    type.getSimpleName(), "one", events.size(), each.event(), each.metadata()));
        var whole = FORMS.write(state(model, fresh, events));
        for (int seen = 1; seen <= events.size(); seen++) {
            var kept = rewritten(state(model, fresh, events.subList(0, seen)));
            var rest = new ArrayList<DomainEventMessage<?>>();
            rest.add(new SnapshotMessage(events.get(seen - 1), kept, "2020-01-01T00:00:00Z"));
            rest.addAll(events.subList(seen, events.size()));
            assertThat(FORMS.write(state(model, fresh, rest)))
                    .as("after %d events", seen)
                    .isEqualTo(whole);
        }
    }

    private static Snapshot rewritten(Snapshot state) {
        try {
            return FORMS.read(FORMS.form(state), FORMS.write(state)).orElseThrow();
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static <T extends Snapshotted> Snapshot state(
            AggregateModel<T> model, Supplier<T> fresh, List<DomainEventMessage<?>> events) {
        var root = fresh.get();
        EventSourcedAggregate.reconstruct(root, model, 0, false, null, null, NoSnapshotTriggerDefinition.TRIGGER)
                .initializeState(DomainEventStream.of(events));
        return root.snapshot();
    }
}
