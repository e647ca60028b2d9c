package ilgam.starter.web;

/**
 * What is wrong with one field of a request.
 *
 * @param pointer JSON pointer to the field, like {@code /title}
 * @param message a sentence about it
 */
public record FieldError(String pointer, String message) {}
