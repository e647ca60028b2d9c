package ilgam.work.imports.withdraw;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

import jakarta.annotation.PreDestroy;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.starter.messaging.Commands;
import ilgam.starter.messaging.Metadata;
import ilgam.work.imports.Import;
import ilgam.work.imports.Progress;
import ilgam.work.item.ItemCommand;
import ilgam.work.item.Withdrawal;
import ilgam.work.language.ItemId;

/**
 * Sends a command to each item that an import may have opened, a few concurrently, and stores the outcomes. Each item
 * decides by its own events, so that concurrent work is never lost; sending a command again changes nothing.
 */
@Component
class TouchedItems {

    private static final int CHUNK = 100;
    private static final int SIDE_BY_SIDE = 4;

    private final JdbcClient db;
    private final Commands commands;
    private final Progress progress;
    private final EventStore events;
    private final ExecutorService senders = Executors.newFixedThreadPool(
            SIDE_BY_SIDE, Thread.ofPlatform().name("withdrawal-", 0).daemon().factory());

    TouchedItems(JdbcClient db, Commands commands, Progress progress, EventStore events) {
        this.events = events;
        this.db = db;
        this.commands = commands;
        this.progress = progress;
    }

    @PreDestroy
    void stop() {
        senders.shutdownNow();
    }

    private record Result(UUID item, Withdrawal outcome) {}

    /**
     * @param condition of the items to send to; no longer true of an item once its outcome is stored
     * @param becomes the assignment that stores the outcome
     */
    void sendAll(Import running, String condition, Function<ItemId, ItemCommand> command, String becomes)
            throws Exception {
        var turn = progress.turn(running.id());
        for (var items = next(running, condition); !items.isEmpty(); items = next(running, condition)) {
            var sends = new ArrayList<Callable<Result>>();
            for (var item : items) sends.add(() -> new Result(item, send(running, command.apply(new ItemId(item)))));
            var results = new ArrayList<Result>();
            for (var sent : senders.invokeAll(sends)) results.add(sent.get());
            mark(running, results, becomes);
            turn.mayGoOn();
        }
    }

    private List<UUID> next(Import running, String condition) {
        return db.sql("select item_id from import_touched where %s order by item_id limit ?".formatted(condition))
                .params(running.id(), CHUNK)
                .query(UUID.class)
                .list();
    }

    /** Ignores items that do not exist: a cancelled import did not create all of them. */
    private Withdrawal send(Import running, ItemCommand command) {
        try {
            return commands.send(
                    command,
                    MetaData.with(Metadata.SOURCE, running.source())
                            .and(Metadata.ACTOR, running.askedBy().toString()));
        } catch (AggregateNotFoundException | CommandExecutionException failed) {
            // a remote instance (Axon Server) cannot report this by the exception's class
            if (events.lastSequenceNumberFor(command.item().toString()).isPresent()) throw failed;
            return Withdrawal.NOT_ITS;
        }
    }

    private void mark(Import running, List<Result> results, String becomes) {
        db.sql("""
                update import_touched set %s from unnest(?::uuid[], ?::text[]) results (item, outcome)
                where import_id = ? and item_id = results.item""".formatted(becomes))
                .params(
                        results.stream().map(Result::item).toArray(UUID[]::new),
                        results.stream().map(it -> it.outcome().name()).toArray(String[]::new),
                        running.id())
                .update();
        progress.gotOn(running.id());
    }
}
