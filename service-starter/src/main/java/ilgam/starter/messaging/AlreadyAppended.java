package ilgam.starter.messaging;

/**
 * Travels as the details of a command that was held back: an earlier attempt of the same request has been appended.
 *
 * @param version of the aggregate after that attempt
 */
public record AlreadyAppended(long version) {}
