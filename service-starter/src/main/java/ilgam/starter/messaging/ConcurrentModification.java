package ilgam.starter.messaging;

/** Other commands changed the aggregate first, at every retry. */
public final class ConcurrentModification extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ConcurrentModification(Throwable cause) {
        super("Others are changing this at the same time. Please try again.", cause);
    }
}
