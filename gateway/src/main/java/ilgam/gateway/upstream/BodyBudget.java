package ilgam.gateway.upstream;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** How much whoever asks may send in bodies; it is asked before they are read. */
@FunctionalInterface
public interface BodyBudget {

    String ATTRIBUTE = BodyBudget.class.getName();

    /**
     * Counts this much, whatever comes of the request.
     *
     * @throws RuntimeException a refusal, when it is more than is left
     */
    void take(long bytes);

    /** Bounds the body of a request. */
    static void set(HttpServletRequest request, BodyBudget budget) {
        request.setAttribute(ATTRIBUTE, budget);
    }

    static BodyBudget of(HttpServletRequest request) {
        var budget = (@Nullable BodyBudget) request.getAttribute(ATTRIBUTE);
        return budget == null ? _ -> {} : budget;
    }
}
