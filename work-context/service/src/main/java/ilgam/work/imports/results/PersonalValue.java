package ilgam.work.imports.results;

/**
 * A personal value of a line, which must not be in an event.
 *
 * @param digest identifies it among others of the item
 * @param eventLine of the event that it comes from; 0 for the item itself
 * @param isNoted whether the import has a note about it already
 */
public record PersonalValue(long digest, String field, String value, long eventLine, boolean isNoted) {}
