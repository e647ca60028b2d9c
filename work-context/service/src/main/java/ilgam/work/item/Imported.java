package ilgam.work.item;

/**
 * The effect of an import on one item.
 *
 * @param changed false when everything existed already
 * @param events the number of added events, including the opening
 */
public record Imported(boolean changed, int events) {}
