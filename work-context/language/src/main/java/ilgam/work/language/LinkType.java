package ilgam.work.language;

/** How one item is tied to another, read from the item that carries the link. */
public enum LinkType {
    BLOCKS,
    RELATES_TO,
    DUPLICATES;

    /** What a constant that only a later version knows is taken for: a tie that holds nothing up. */
    public static LinkType unknown() {
        return RELATES_TO;
    }
}
