package ilgam.work.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.annotation.PreDestroy;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import ilgam.starter.messaging.Commands;
import ilgam.starter.messaging.Metadata;
import ilgam.work.item.Imported;
import ilgam.work.item.ItemCommand.ImportItem;
import ilgam.work.language.ItemId;
import ilgam.work.words.Invalid;

/** Sends one command per staged item, a few side by side, and keeps count; memory holds one chunk at a time. */
@Component
class Sending {

    private static final int CHUNK = 100;
    private static final int SIDE_BY_SIDE = 4;

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Commands commands;
    private final Imports imports;
    private final Rejections rejections;
    private final Keys keys;
    private final ExecutorService senders = Executors.newFixedThreadPool(
            SIDE_BY_SIDE, Thread.ofPlatform().name("import-", 0).daemon().factory());

    Sending(
            JdbcClient db,
            TransactionTemplate transaction,
            Commands commands,
            Imports imports,
            Rejections rejections,
            Keys keys) {
        this.db = db;
        this.transaction = transaction;
        this.commands = commands;
        this.imports = imports;
        this.rejections = rejections;
        this.keys = keys;
    }

    @PreDestroy
    void stop() {
        senders.shutdownNow();
    }

    private record Staged(long line, String sourceId, UUID itemId, long number, String json) {}

    private record StagedEvent(long itemLine, String json) {}

    void send(Import running) throws Exception {
        for (var chunk = pending(running); !chunk.isEmpty(); chunk = pending(running)) send(running, chunk);
        imports.next(running.id(), "clean");
    }

    private void send(Import running, List<Staged> chunk) throws Exception {
        var events = events(running, chunk);
        var items = new HashMap<Long, SourceItem>();
        for (var staged : chunk) items.put(staged.line(), SourceItem.of(SourceLine.read(staged.json())));
        var world = new ItemHistory.Known(
                members(running, items.values(), events.values()),
                itemIds(running, items.values()),
                running.statuses());
        var sends = new ArrayList<Callable<@Nullable Imported>>();
        for (var staged : chunk) {
            var item = java.util.Objects.requireNonNull(items.get(staged.line()));
            var its = events.getOrDefault(staged.line(), List.of());
            sends.add(() -> send(running, staged, new ItemHistory(world, new ItemId(staged.itemId()), item, its)));
        }
        var results = new ArrayList<@Nullable Imported>();
        for (var result : senders.invokeAll(sends)) results.add(result.get());
        transaction.executeWithoutResult(_ -> keep(running, chunk, results));
    }

    /** What became of the item; null when it was refused. */
    private @Nullable Imported send(Import running, Staged staged, ItemHistory history) {
        try {
            var sourceKey = Keys.sourceKey(running, staged.sourceId(), staged.number());
            ImportItem command = history.told(running.project(), staged.number(), sourceKey);
            return commands.send(command, MetaData.with(Metadata.SOURCE, running.source()));
        } catch (CommandExecutionException | Invalid | Senseless refused) {
            if (refused instanceof CommandExecutionException failed
                    && failed.getDetails().isEmpty()) throw failed;
            rejections.add(running.id(), Part.ITEMS, staged.line(), String.valueOf(refused.getMessage()));
            return null;
        }
    }

    private List<Staged> pending(Import running) {
        return db.sql("""
                        select line, source_id, item_id, number, json from import_item
                        where import_id = ? and not sent order by line limit ?""").params(running.id(), CHUNK).query(Staged.class).list();
    }

    private Map<Long, List<SourceEvent>> events(Import running, List<Staged> chunk) {
        var events = new HashMap<Long, List<SourceEvent>>();
        db.sql("""
                        select item_line, json from import_event
                        where import_id = ? and item_line = any(?) order by item_line, seq, line""")
                .params(running.id(), chunk.stream().map(Staged::line).toArray(Long[]::new))
                .query(StagedEvent.class)
                .list()
                .forEach(staged -> events.computeIfAbsent(staged.itemLine(), _ -> new ArrayList<>())
                        .add(SourceEvent.of(SourceLine.read(staged.json()))));
        return events;
    }

    private Map<String, UUID> members(
            Import running, Collection<SourceItem> items, Collection<List<SourceEvent>> histories) {
        var names = new HashSet<String>();
        for (var item : items) {
            if (item.reporter() != null) names.add(item.reporter());
            if (item.assignee() != null) names.add(item.assignee());
        }
        for (var history : histories)
            for (var event : history)
                event.people().forEach(name -> {
                    if (name != null) names.add(name);
                });
        var members = new HashMap<String, UUID>();
        db.sql("select name, member_id from import_person where import_id = ? and name = any(?)")
                .params(running.id(), names.toArray(String[]::new))
                .query(row -> {
                    members.put(row.getString(1), row.getObject(2, UUID.class));
                });
        return members;
    }

    private Map<String, UUID> itemIds(Import running, Collection<SourceItem> items) {
        var ids = new HashSet<String>();
        for (var item : items) {
            if (item.parent() != null) ids.add(item.parent());
            item.links().forEach(link -> ids.add(link.to()));
        }
        return keys.known(running, ids);
    }

    /** Counts what this call marked, so that two workers that met at a chunk count it once. */
    private void keep(Import running, List<Staged> chunk, List<@Nullable Imported> results) {
        var unchanged = new HashSet<Long>();
        for (int i = 0; i < chunk.size(); i++) {
            var result = results.get(i);
            if (result != null && !result.changed()) unchanged.add(chunk.get(i).line());
        }
        var marked = db.sql("""
                        update import_item set sent = true
                        where import_id = ? and line = any(?) and not sent returning line""")
                .params(running.id(), chunk.stream().map(Staged::line).toArray(Long[]::new))
                .query(Long.class)
                .list();
        long events = db.sql("select count(*) from import_event where import_id = ? and item_line = any(?)")
                .params(running.id(), marked.toArray(Long[]::new))
                .query(Long.class)
                .single();
        imports.dealtWith(
                running.id(),
                marked.size(),
                marked.stream().filter(unchanged::contains).count(),
                events);
    }
}
