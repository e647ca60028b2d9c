package ilgam.starter.events;

import java.util.Iterator;
import java.util.NoSuchElementException;

import io.axoniq.axonserver.connector.event.AggregateEventStream;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.grpc.event.Event;
import org.axonframework.axonserver.connector.event.axon.GrpcBackedDomainEventData;
import org.axonframework.eventhandling.DomainEventData;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events of an aggregate from Axon Server in windows. A single stream would buffer 512 events whatever their
 * size; a window is the smaller, the larger the events before it were.
 */
final class AggregateWindows implements Iterator<DomainEventData<byte[]>> {

    private static final int SMALLEST = 8;
    private static final int LARGEST = 64;

    private final EventChannel events;
    private final String aggregate;
    private final int largest;
    private @Nullable AggregateEventStream window;
    private long next;
    private int size;
    private int seen;
    private long bytes;

    AggregateWindows(EventChannel events, String aggregate, long first) {
        this(events, aggregate, first, LARGEST, LARGEST);
    }

    private AggregateWindows(EventChannel events, String aggregate, long first, int size, int largest) {
        this.events = events;
        this.aggregate = aggregate;
        this.next = first;
        this.size = size;
        this.largest = largest;
    }

    /** A single event. */
    static AggregateWindows one(EventChannel events, String aggregate, long sequence) {
        return new AggregateWindows(events, aggregate, sequence, 1, 0);
    }

    @Override
    public boolean hasNext() {
        if (window == null) window = open();
        if (window.hasNext()) return true;
        if (seen < size || largest == 0) return false;
        size = Math.clamp(EventTable.MOST_BYTES / (bytes / seen + 1), SMALLEST, largest);
        window = open();
        return window.hasNext();
    }

    private AggregateEventStream open() {
        seen = 0;
        bytes = 0;
        return events.openAggregateStream(aggregate, next, next + size);
    }

    @Override
    public DomainEventData<byte[]> next() {
        if (!hasNext() || window == null) throw new NoSuchElementException();
        try {
            return taken(window.next());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoSuchElementException(e);
        }
    }

    private DomainEventData<byte[]> taken(Event event) {
        next = event.getAggregateSequenceNumber() + 1;
        seen++;
        bytes += event.getSerializedSize();
        return new GrpcBackedDomainEventData(event);
    }
}
