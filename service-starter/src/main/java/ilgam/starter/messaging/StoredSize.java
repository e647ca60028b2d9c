package ilgam.starter.messaging;

import org.axonframework.eventhandling.EventMessage;

/** How large the payload of an event is that was read from the event store, in bytes. */
public interface StoredSize {

    /** Cheap, as the payload is still there as it was stored. */
    int of(EventMessage<?> event);
}
