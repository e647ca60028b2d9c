package ilgam.work.language;

/**
 * A status of a project's workflow.
 *
 * @param id stable within the project, so that the status can be renamed; lower-case letters, digits and hyphens
 * @param name what members read
 * @param category the meaning of the status for analytics
 */
public record Status(String id, String name, Category category) {}
