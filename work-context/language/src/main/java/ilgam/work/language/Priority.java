package ilgam.work.language;

/** How soon an item should be done, most urgent first. */
public enum Priority {
    URGENT,
    HIGH,
    NORMAL,
    LOW,
    NONE
}
