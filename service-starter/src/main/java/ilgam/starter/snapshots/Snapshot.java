package ilgam.starter.snapshots;

/**
 * What an aggregate is, as a record of plain values with {@link org.axonframework.serialization.Revision}. Its aggregate
 * takes it as the first event, in place of those it was made of. Whoever changes what an aggregate makes of its events
 * raises the revision: a snapshot of another one is ignored.
 */
public interface Snapshot {}
