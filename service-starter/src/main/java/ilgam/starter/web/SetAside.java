package ilgam.starter.web;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A change was stored, but the component that would show it set its event aside, or is paused. It must not be repeated:
 * it is shown once an operator has acted. Answered as 202.
 */
public final class SetAside extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String REASON = "set-aside";
    private static final String DETAIL =
            "The change was stored, but can't be shown yet: an administrator has to repair a fault first. Please don't repeat it.";

    /** The answer's body. */
    @Schema(
            name = "SetAside",
            description = "The change was stored and is not to be repeated; it is shown once a fault is repaired.")
    record Body(
            @Schema(description = "Always set-aside.", example = REASON)
            String reason,

            @Schema(description = "A sentence that a member can act on.", example = DETAIL)
            String detail,

            @Schema(description = "What was changed.") String item) {}

    private final String item;

    public SetAside(String item) {
        super(DETAIL, null, false, false);
        this.item = item;
    }

    /** What was changed. */
    public String item() {
        return item;
    }

    Body body() {
        return new Body(REASON, DETAIL, item);
    }
}
