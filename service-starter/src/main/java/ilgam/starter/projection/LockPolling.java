package ilgam.starter.projection;

/** Repeated attempts to share the projections' lock while another transaction holds it exclusively. */
public final class LockPolling {

    private static final long TRY_AGAIN_MILLIS = 25;

    private LockPolling() {}

    /**
     * Waits before the next attempt.
     *
     * @throws IllegalStateException when the thread is interrupted
     */
    public static void pause() {
        try {
            Thread.sleep(TRY_AGAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the projections.", e);
        }
    }
}
