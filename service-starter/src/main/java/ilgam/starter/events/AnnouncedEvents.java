package ilgam.starter.events;

import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Passes events on one by one, and calls back after each has been consumed. */
final class AnnouncedEvents<E> extends AbstractSpliterator<E> {

    private final Spliterator<? extends E> events;
    private final Runnable announcement;

    private AnnouncedEvents(Spliterator<? extends E> events, Runnable announcement) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.events = events;
        this.announcement = announcement;
    }

    static <E> Stream<E> of(Stream<? extends E> events, Runnable announcement) {
        return StreamSupport.<E>stream(new AnnouncedEvents<>(events.spliterator(), announcement), false)
                .onClose(events::close);
    }

    @Override
    public boolean tryAdvance(Consumer<? super E> taker) {
        boolean taken = events.tryAdvance(taker);
        if (taken) announcement.run();
        return taken;
    }
}
