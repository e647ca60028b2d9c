package ilgam.starter.snapshots;

/**
 * The state of an aggregate as a record of plain values with a {@link org.axonframework.serialization.Revision}. The
 * aggregate handles it as its first event, in place of the events that it summarises. Any change in how an aggregate
 * evolves from its events must raise the revision: snapshots of other revisions are ignored.
 */
public interface Snapshot {}
