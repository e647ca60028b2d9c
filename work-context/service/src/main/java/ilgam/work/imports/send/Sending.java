package ilgam.work.imports.send;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.annotation.PreDestroy;
import org.springframework.stereotype.Component;

import ilgam.work.imports.Import;
import ilgam.work.imports.ImportStep;
import ilgam.work.imports.Progress;
import ilgam.work.imports.Step;
import ilgam.work.imports.source.ImportSettings;
import ilgam.work.imports.spool.ImportSettingsReader;

/**
 * Sends the staged items, a few concurrently, and counts them. Only one chunk is in memory at a time, and of an item
 * that is larger than a chunk only one slice.
 */
@Component
class Sending implements ImportStep {

    private static final int SIDE_BY_SIDE = 4;

    private final Chunks chunks;
    private final ItemSender sender;
    private final SentItems sentItems;
    private final ImportSettingsReader settings;
    private final Progress progress;
    private final ExecutorService senders = Executors.newFixedThreadPool(
            SIDE_BY_SIDE, Thread.ofPlatform().name("import-", 0).daemon().factory());

    Sending(Chunks chunks, ItemSender sender, SentItems sentItems, ImportSettingsReader settings, Progress progress) {
        this.chunks = chunks;
        this.sender = sender;
        this.sentItems = sentItems;
        this.settings = settings;
        this.progress = progress;
    }

    @PreDestroy
    void stop() {
        senders.shutdownNow();
    }

    @Override
    public Step step() {
        return Step.SEND;
    }

    @Override
    public void run(Import running) throws Exception {
        var known = settings.of(running);
        var turn = progress.turn(running.id());
        for (var chunk = chunks.next(running, known); !chunk.isEmpty(); chunk = chunks.next(running, known)) {
            sentItems.keep(running, send(running, known, chunk));
            turn.mayGoOn();
        }
        progress.completed(running.id(), step());
    }

    private List<Sent> send(Import running, ImportSettings settings, Chunk chunk) throws Exception {
        var sends = new ArrayList<Callable<Sent>>();
        for (var item : chunk.items()) sends.add(() -> sender.send(running, settings, chunk.lookups(), item));
        var results = new ArrayList<Sent>();
        for (var result : senders.invokeAll(sends)) results.add(result.get());
        return results;
    }
}
