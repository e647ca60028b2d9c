package ilgam.starter.projection;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.MultiEventHandlerInvoker;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;

/**
 * The components of one event processor in the order of their names, each with its own dead letters, except for those
 * that are paused or have their own reader. Unlike Axon's invoker, this one tells the components when a segment is
 * released: their cached sequences with dead letters may be outdated when the segment comes back from another instance,
 * or the projection from its own reader.
 */
final class Components implements EventHandlerInvoker {

    private record Named(String name, EventHandlerInvoker handlers) {}

    private final List<Named> components;
    private final Gates gates;
    private final Map<Segment, Long> generations = new ConcurrentHashMap<>();

    private Components(List<Named> components, Gates gates) {
        this.components = components;
        this.gates = gates;
    }

    static Components of(EventHandlerInvoker all, Gates gates) {
        var single = all instanceof MultiEventHandlerInvoker several ? several.delegates() : List.of(all);
        return new Components(
                single.stream()
                        .map(one -> new Named(nameOf(one), one))
                        .sorted(Comparator.comparing(Named::name))
                        .toList(),
                gates);
    }

    private static String nameOf(EventHandlerInvoker component) {
        if (!(component instanceof SimpleEventHandlerInvoker handlers)) return "";
        var group = handlers.eventHandlers().getFirst().getTargetType().getAnnotation(ProcessingGroup.class);
        return group == null ? "" : group.value();
    }

    Map<String, EventHandlerInvoker> byName() {
        return components.stream()
                .collect(Collectors.toMap(Named::name, Named::handlers, (one, _) -> one, LinkedHashMap::new));
    }

    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        return components.stream().anyMatch(component -> component.handlers().canHandle(event, segment));
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return components.stream().anyMatch(component -> component.handlers().canHandleType(payloadType));
    }

    @Override
    public void handle(EventMessage<?> event, Segment segment) throws Exception {
        var before = generations.put(segment, gates.generation());
        if (before != null && before != gates.generation()) segmentReleased(segment);
        for (var component : components)
            if (component.handlers().canHandle(event, segment)
                    && !gates.isClosed(component.name())
                    && !gates.hasMet(component.name(), event.getIdentifier()))
                component.handlers().handle(event, segment);
    }

    @Override
    public void segmentReleased(Segment segment) {
        components.forEach(component -> component.handlers().segmentReleased(segment));
    }

    /** Projections are rebuilt beside the old tables and never reset. */
    @Override
    public boolean supportsReset() {
        return false;
    }

    @Override
    public void performReset() {
        throw new UnsupportedOperationException("A projection is rebuilt, not reset.");
    }

    @Override
    public <R> void performReset(R resetContext) {
        performReset();
    }
}
