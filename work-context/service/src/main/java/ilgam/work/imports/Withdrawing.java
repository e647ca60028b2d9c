package ilgam.work.imports;

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
import ilgam.work.item.ItemCommand;
import ilgam.work.item.ItemCommand.BringBackItem;
import ilgam.work.item.ItemCommand.WithdrawItem;
import ilgam.work.item.Withdrawal;
import ilgam.work.language.ItemId;

/**
 * Deletes the items that an import opened and nobody has changed since, or restores them. Each item decides by its own
 * events, so that concurrent work is never lost; repeating the step changes nothing.
 */
@Component
class Withdrawing {

    private static final int CHUNK = 100;
    private static final int SIDE_BY_SIDE = 4;

    private final JdbcClient db;
    private final Commands commands;
    private final Imports imports;
    private final EventStore events;
    private final ExecutorService senders = Executors.newFixedThreadPool(
            SIDE_BY_SIDE, Thread.ofPlatform().name("withdrawal-", 0).daemon().factory());

    Withdrawing(JdbcClient db, Commands commands, Imports imports, EventStore events) {
        this.events = events;
        this.db = db;
        this.commands = commands;
        this.imports = imports;
    }

    @PreDestroy
    void stop() {
        senders.shutdownNow();
    }

    private record Result(UUID item, Withdrawal outcome) {}

    void withdraw(Import running) throws Exception {
        sendAll(
                running,
                "import_id = ? and outcome is null",
                item -> new WithdrawItem(item, running.source()),
                "outcome = results.outcome");
    }

    /** Restored items count as untouched, so that the import can be withdrawn again. */
    void restore(Import running) throws Exception {
        sendAll(
                running,
                "import_id = ? and outcome is not null",
                item -> new BringBackItem(item, running.source()),
                "outcome = null");
    }

    private void sendAll(Import running, String condition, Function<ItemId, ItemCommand> command, String becomes)
            throws Exception {
        var turn = imports.turn(running.id());
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
        imports.gotOn(running.id());
    }
}
