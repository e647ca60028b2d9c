package ilgam.work.language;

/** How one item is tied to another, read from the item that carries the link. */
public enum LinkType {
    BLOCKS,
    RELATES_TO,
    DUPLICATES
}
