package ilgam.starter.events;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;

/**
 * A stream that calls back when there may be something new. Synchronised, because the one who is called back may come
 * upon the stream while an earlier visit of the same processor still looks at it.
 */
final class WakingStream implements TrackingEventStream {

    private final TrackingEventStream events;
    private final Consumer<WakingStream> onClose;
    private volatile @Nullable Runnable callback;

    WakingStream(TrackingEventStream events, Consumer<WakingStream> onClose) {
        this.events = events;
        this.onClose = onClose;
    }

    void wake() {
        var wakeUp = callback;
        if (wakeUp != null) wakeUp.run();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable wakeUp) {
        callback = wakeUp;
        return true;
    }

    @Override
    public synchronized Optional<TrackedEventMessage<?>> peek() {
        return events.peek();
    }

    @Override
    public synchronized boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        return events.hasNextAvailable(timeout, unit);
    }

    @Override
    public synchronized TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        return events.nextAvailable();
    }

    @Override
    public synchronized void close() {
        onClose.accept(this);
        events.close();
    }
}
