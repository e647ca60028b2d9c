package ilgam.starter.snapshots;

/** An aggregate that can be loaded from a snapshot, so that its loading does not grow with its past. */
public interface Snapshotted {

    /** What it is now. It holds nothing that an event does not hold: no account data. */
    Snapshot snapshot();
}
