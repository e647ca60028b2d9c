package ilgam.standalone;

import java.time.Duration;

/** A pause of the calling thread between two looks at what it waits for. */
final class Pause {

    private Pause() {}

    /** @throws CannotStart when the thread is interrupted */
    static void of(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw CannotStart.failed("Interrupted.");
        }
    }
}
