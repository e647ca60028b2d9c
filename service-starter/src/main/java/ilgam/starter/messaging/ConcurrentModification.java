package ilgam.starter.messaging;

/** Others changed the same thing again and again while this command tried to. */
public final class ConcurrentModification extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ConcurrentModification(Throwable cause) {
        super("Others are changing this at the same time. Please try again.", cause);
    }
}
