package ilgam.work.language;

/** How one item is linked to another, seen from the item that has the link. */
public enum LinkType {
    BLOCKS,
    RELATES_TO,
    DUPLICATES;

    /** The value used for a constant that only a later version knows: a link that blocks nothing. */
    public static LinkType unknown() {
        return RELATES_TO;
    }
}
