package ilgam.work.item;

/** What became of an item when an import was withdrawn, or brought back. */
public enum Withdrawal {
    /** It is as was asked: deleted, or there again. */
    DONE,
    /** Somebody changed it since, so it stays. */
    KEPT,
    /** The import did not open it, or somebody deleted it. */
    NOT_ITS
}
