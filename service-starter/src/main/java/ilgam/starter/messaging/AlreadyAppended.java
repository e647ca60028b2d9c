package ilgam.starter.messaging;

/**
 * Details of a repeated command that was not executed, because an earlier attempt of the same request has been
 * appended.
 *
 * @param version of the aggregate after that attempt
 */
public record AlreadyAppended(long version) {}
