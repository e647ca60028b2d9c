package ilgam.gateway.upstream;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** How many bytes of bodies a caller may still send; consulted before they are read. */
@FunctionalInterface
public interface BodyBudget {

    String ATTRIBUTE = BodyBudget.class.getName();

    /**
     * Counts the bytes, whether or not the request succeeds.
     *
     * @throws RuntimeException a refusal, when fewer are left
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
