package ilgam.work.imports.send;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import ilgam.work.item.ImportedEvent;
import ilgam.work.language.ItemEvent.Commented;
import ilgam.work.language.ItemEvent.ForeignFieldNoted;

/** Splits an item's history into slices that fit into one command. */
final class Slices {

    private static final int MOST_EVENTS = 1_000;
    private static final int MOST_LETTERS = 256 << 10;

    private final Consumer<List<ImportedEvent>> send;
    private List<ImportedEvent> slice = new ArrayList<>();
    private int letters;
    private boolean isSent;

    Slices(Consumer<List<ImportedEvent>> send) {
        this.send = send;
    }

    void add(ImportedEvent event) {
        slice.add(event);
        letters += letters(event);
        if (slice.size() == MOST_EVENTS || letters >= MOST_LETTERS) send();
    }

    /** Sends the last slice; an item without history is sent, too. */
    void end() {
        if (!isSent || !slice.isEmpty()) send();
    }

    private void send() {
        send.accept(slice);
        slice = new ArrayList<>();
        letters = 0;
        isSent = true;
    }

    private static int letters(ImportedEvent event) {
        return switch (event.event()) {
            case Commented commented -> commented.text().length();
            case ForeignFieldNoted noted ->
                String.valueOf(noted.from()).length()
                        + String.valueOf(noted.to()).length();
            default -> 0;
        };
    }
}
