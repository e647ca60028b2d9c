package ilgam.starter.snapshots;

/**
 * What an aggregate is, as a record of plain values with {@link org.axonframework.serialization.Revision}. Its aggregate
 * takes it as the first event, in place of those it was made of. A change in what an aggregate makes of its events must
 * raise the revision: a snapshot of another one is ignored.
 */
public interface Snapshot {}
