package ilgam.starter.projection;

/**
 * The context's name for operators.
 *
 * @param label "work" for the service "work-context"
 */
public record ContextName(String label) {

    static ContextName of(String service) {
        return new ContextName(service.replace("-context", ""));
    }
}
