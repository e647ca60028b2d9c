package ilgam.work.item;

/**
 * What an import did to one item.
 *
 * @param changed false: all of it was here already
 * @param events how many were added, the opening included
 */
public record Imported(boolean changed, int events) {}
