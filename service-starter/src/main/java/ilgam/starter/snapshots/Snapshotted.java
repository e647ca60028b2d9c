package ilgam.starter.snapshots;

/** An aggregate that can be loaded from a snapshot, so that loading does not get slower with its age. */
public interface Snapshotted {

    /** The present state. It must hold nothing that events do not hold, such as account data. */
    Snapshot snapshot();
}
