package ilgam.starter.messaging;

import org.axonframework.eventhandling.EventMessage;

/** Measures the stored payload of an event that was read from the event store, in bytes. */
public interface StoredSize {

    /** The size; cheap, because the serialised payload is still in memory. */
    int of(EventMessage<?> event);
}
