package ilgam.starter.forms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.axonframework.serialization.AnnotationRevisionResolver;
import org.axonframework.serialization.RevisionResolver;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The revision in which new events are written, and the upcaster of older ones: both derive from the same {@link
 * FormChange}s, so that neither can be forgotten.
 */
final class StoredForms implements RevisionResolver, EventUpcaster {

    private static final RevisionResolver ANNOTATED = new AnnotationRevisionResolver();

    private record Form(String type, @Nullable String revision) {}

    private final Map<Form, FormChange> changes = new HashMap<>();
    private final Map<String, String> revisions = new HashMap<>();

    StoredForms(List<FormChange> all) {
        for (var change : all)
            if (changes.put(new Form(change.type(), change.from()), change) != null)
                throw new IllegalArgumentException(
                        "Two changes of %s start at revision %s.".formatted(change.type(), change.from()));
        for (var change : all) revisions.put(change.type(), last(change.type()));
    }

    private String last(String type) {
        var change = Objects.requireNonNull(
                changes.get(new Form(type, null)), () -> "No change of " + type + " starts at its first form.");
        int seen = 0;
        for (var next = change; next != null; next = changes.get(new Form(type, change.to()))) {
            if (seen++ > changes.size())
                throw new IllegalArgumentException("The changes of " + type + " form a cycle.");
            change = next;
        }
        return change.to();
    }

    /** Null for events that never had another form; other messages declare their revision by annotation. */
    @Override
    public @Nullable String revisionOf(Class<?> type) {
        var revision = revisions.get(type.getName());
        return revision == null ? ANNOTATED.revisionOf(type) : revision;
    }

    @Override
    public Stream<IntermediateEventRepresentation> upcast(Stream<IntermediateEventRepresentation> events) {
        return changes.isEmpty() ? events : events.map(this::upcast);
    }

    private IntermediateEventRepresentation upcast(IntermediateEventRepresentation event) {
        var reached = event;
        for (var change = changeOf(reached); change != null; change = changeOf(reached)) {
            var step = change;
            reached = reached.upcastPayload(
                    new SimpleSerializedType(step.type(), step.to()), ObjectNode.class, step.change());
        }
        return reached;
    }

    private @Nullable FormChange changeOf(IntermediateEventRepresentation event) {
        var type = event.getType();
        return changes.get(new Form(type.getName(), type.getRevision()));
    }
}
