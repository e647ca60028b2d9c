package ilgam.work.language;

/** How soon an item should be done, most urgent first. */
public enum Priority {
    URGENT,
    HIGH,
    NORMAL,
    LOW,
    NONE;

    /** The value used for a constant that only a later version knows: no priority. */
    public static Priority unknown() {
        return NONE;
    }
}
