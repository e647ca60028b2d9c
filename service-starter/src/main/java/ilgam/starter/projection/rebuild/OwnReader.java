package ilgam.starter.projection.rebuild;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;

/** Reads events for one projection alone, in one instance at a time, and records the latest event it handled. */
final class OwnReader implements EventHandlerInvoker {

    private static final int REMEMBERED = 50_000;

    private final EventHandlerInvoker component;
    private final BiPredicate<EventMessage<?>, Segment> leftOut;
    private final boolean rebuild;
    private final Map<String, Long> handled = Collections.synchronizedMap(new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED;
        }
    });

    private OwnReader(EventHandlerInvoker component, BiPredicate<EventMessage<?>, Segment> leftOut, boolean rebuild) {
        this.component = component;
        this.leftOut = leftOut;
        this.rebuild = rebuild;
    }

    /** A reader that starts where the processor began to skip the projection. */
    static OwnReader catchingUp(EventHandlerInvoker component, Predicate<EventMessage<?>> had) {
        return new OwnReader(component, (event, _) -> had.test(event), false);
    }

    /** A reader that starts with the first event. */
    static OwnReader rebuilding(EventHandlerInvoker component) {
        return new OwnReader(component, (_, _) -> false, true);
    }

    /** A reader that continues a rebuild with only those events that the projection has handled. */
    static OwnReader rebuildingWhat(BiPredicate<EventMessage<?>, Segment> had, EventHandlerInvoker component) {
        return new OwnReader(component, had.negate(), true);
    }

    /** The name under which the reader's tokens are stored. */
    static String nameFor(String projection) {
        return projection + "~reader";
    }

    List<String> handled() {
        synchronized (handled) {
            return List.copyOf(handled.keySet());
        }
    }

    /** The positions of the latest events it handled, by segment. */
    List<Long> handledAt() {
        synchronized (handled) {
            return List.copyOf(handled.values());
        }
    }

    static long position(EventMessage<?> event) {
        return event instanceof TrackedEventMessage<?> tracked
                ? tracked.trackingToken().position().orElse(-1)
                : -1;
    }

    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        return component.canHandle(event, segment);
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return component.canHandleType(payloadType);
    }

    @Override
    public void handle(EventMessage<?> event, Segment segment) throws Exception {
        if (rebuild) Rebuild.mark();
        if (!leftOut.test(event, segment)) component.handle(event, segment);
        handled.put(event.getIdentifier(), position(event));
    }

    @Override
    public void segmentReleased(Segment segment) {
        component.segmentReleased(segment);
    }

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

    /** Whether this instance has all segments, each at this position or beyond. */
    static boolean isAt(PooledStreamingEventProcessor reader, int segments, long position) {
        var status = reader.processingStatus().values();
        return status.size() == segments
                && status.stream()
                        .allMatch(segment -> !segment.isErrorState()
                                && segment.getCurrentPosition().orElse(-1) >= position);
    }
}
