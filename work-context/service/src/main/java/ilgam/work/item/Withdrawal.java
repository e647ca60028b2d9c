package ilgam.work.item;

/** The result for an item when an import is withdrawn or restored. */
public enum Withdrawal {
    /** The item is deleted, or restored. */
    DONE,
    /** Somebody changed the item since, so it is kept. */
    KEPT,
    /** The import did not open the item, or somebody deleted it. */
    NOT_ITS
}
