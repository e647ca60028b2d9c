package ilgam.work.imports;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
import ilgam.starter.messaging.RuleRefused;
import ilgam.starter.refusal.Sentence;
import ilgam.work.imports.ForeignFields.Private;
import ilgam.work.imports.Rejections.Fault;
import ilgam.work.item.Imported;
import ilgam.work.item.ItemCommand.ImportItem;
import ilgam.work.language.ItemId;
import ilgam.work.words.Invalid;

import static ilgam.work.imports.UnreadableRow.Cause.REFUSED;

/**
 * Sends the staged items, a few concurrently, and counts them. Only one chunk is in memory at a time, and of an item
 * that is larger than a chunk only one slice.
 */
@Component
class Sending implements ImportStep {

    private static final int CHUNK = 100;
    private static final long CHUNK_BYTES = 4 << 20;
    private static final int SIDE_BY_SIDE = 4;

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Commands commands;
    private final Progress progress;
    private final ImportSettingsReader settings;
    private final Rejections rejections;
    private final Notes notes;
    private final PersonalData personalData;
    private final Keys keys;
    private final ExecutorService senders = Executors.newFixedThreadPool(
            SIDE_BY_SIDE, Thread.ofPlatform().name("import-", 0).daemon().factory());

    Sending(
            JdbcClient db,
            TransactionTemplate transaction,
            Commands commands,
            Progress progress,
            ImportSettingsReader settings,
            Rejections rejections,
            Notes notes,
            PersonalData personalData,
            Keys keys) {
        this.db = db;
        this.transaction = transaction;
        this.commands = commands;
        this.progress = progress;
        this.settings = settings;
        this.rejections = rejections;
        this.notes = notes;
        this.personalData = personalData;
        this.keys = keys;
    }

    @PreDestroy
    void stop() {
        senders.shutdownNow();
    }

    private record Staged(
            long line,
            String sourceId,
            UUID itemId,
            long number,
            String json,
            boolean parentCut,
            @Nullable Timestamp createdAt,
            long weight) {

        boolean isHeavy() {
            return weight > CHUNK_BYTES;
        }
    }

    private record StagedEvent(long itemLine, long line, String json) {}

    /** The result of sending an item, with what is to be noted about it. */
    private static final class Sent {

        private final Staged staged;
        private boolean changed;
        private @Nullable Fault refused;
        private final List<Private> privates = new ArrayList<>();
        private @Nullable Note status;

        Sent(Staged staged) {
            this.staged = staged;
        }
    }

    @Override
    public Step step() {
        return Step.SEND;
    }

    @Override
    public void run(Import running) throws Exception {
        var known = settings.of(running);
        var turn = progress.turn(running.id());
        for (var chunk = pending(running); !chunk.isEmpty(); chunk = pending(running)) {
            send(running, known, chunk);
            turn.mayGoOn();
        }
        progress.completed(running.id(), step());
    }

    private void send(Import running, ImportSettings settings, List<Staged> chunk) throws Exception {
        var items = new HashMap<Long, SourceItem>();
        for (var staged : chunk) items.put(staged.line(), StagedRows.item(staged.json(), settings));
        var events = chunk.getFirst().isHeavy() ? null : events(running, settings, chunk);
        var sourceIds = new HashSet<String>();
        for (var item : items.values()) {
            if (item.parent() != null) sourceIds.add(item.parent());
            item.links().forEach(link -> sourceIds.add(link.to()));
        }
        var histories = new HashMap<Long, Iterable<SourceEvent>>();
        var names = new HashSet<String>();
        for (var staged : chunk) {
            Iterable<SourceEvent> its = events == null
                    ? new HeavyHistory(db, running, staged.line(), settings)
                    : events.getOrDefault(staged.line(), List.of());
            histories.put(staged.line(), its);
            addNames(names, Objects.requireNonNull(items.get(staged.line())), its);
        }
        var world =
                new ImportLookups.Known(members(running, names), keys.known(running, sourceIds), running.statuses());
        var sends = new ArrayList<Callable<Sent>>();
        for (var staged : chunk) {
            var item = Objects.requireNonNull(items.get(staged.line()));
            var its = Objects.requireNonNull(histories.get(staged.line()));
            sends.add(() -> send(running, settings, world, staged, item, its));
        }
        var results = new ArrayList<Sent>();
        for (var result : senders.invokeAll(sends)) results.add(result.get());
        transaction.executeWithoutResult(_ -> keep(running, results));
    }

    private Sent send(
            Import running,
            ImportSettings settings,
            ImportLookups world,
            Staged staged,
            SourceItem item,
            Iterable<SourceEvent> events) {
        var sent = new Sent(staged);
        try {
            var createdAt = staged.createdAt() == null
                    ? Instant.EPOCH
                    : staged.createdAt().toInstant();
            var id = new ItemId(staged.itemId());
            var history = new ItemHistory(world, settings, id, item, createdAt, events, sent.privates::add);
            sent.status = history.opening().statusNote();
            var sourceKey = Keys.sourceKey(running, staged.sourceId(), staged.number());
            var opening = history.opening().of(running.project(), sourceKey, !staged.parentCut());
            var opened = history.opening().provenance();
            var slices = new Slices(slice -> {
                Imported imported = commands.send(
                        new ImportItem(id, staged.number(), opening, opened, slice),
                        MetaData.with(Metadata.SOURCE, running.source()));
                sent.changed |= imported.changed();
            });
            history.emit(slices::add);
            slices.end();
        } catch (CommandExecutionException | Invalid refused) {
            if (refused instanceof CommandExecutionException failed
                    && failed.getDetails().isEmpty()) throw failed;
            sent.refused = new Fault(staged.line(), new UnreadableRow(REFUSED, said(refused)));
        }
        return sent;
    }

    /** The sentence of the rule that refused the item, with its reason among the values. */
    private static Sentence said(RuntimeException refused) {
        var reason = switch (refused) {
            case Invalid invalid -> invalid.reason();
            case CommandExecutionException rule -> RuleRefused.reasonOf(rule);
            default -> null;
        };
        var sentence = switch (refused) {
            case Invalid invalid -> invalid.sentence();
            case CommandExecutionException rule -> RuleRefused.sentenceOf(rule);
            default -> Sentence.of(String.valueOf(refused.getMessage()));
        };
        var values = new HashMap<>(sentence.values());
        if (reason != null) values.put("reason", reason.code());
        return new Sentence(sentence.text(), values);
    }

    private List<Staged> pending(Import running) {
        return db.sql("""
                        select line, source_id, item_id, number, json, parent_cut, created_at, weight
                        from import_item item join (
                            select line as next, sum(weight) over (order by line) as total, min(line) over () as first
                            from (select line, weight from import_item where import_id = :id and not sent
                                  order by line limit :chunk) page) light
                            on item.line = light.next
                        where item.import_id = :id and (total <= :bytes or next = first) order by line""")
                .param("id", running.id())
                .param("chunk", CHUNK)
                .param("bytes", CHUNK_BYTES)
                .query(Staged.class)
                .list();
    }

    private Map<Long, List<SourceEvent>> events(Import running, ImportSettings settings, List<Staged> chunk) {
        var events = new HashMap<Long, List<SourceEvent>>();
        db.sql("""
                        select item_line, line, json from import_event
                        where import_id = ? and item_line = any(?) order by item_line, seq, line""")
                .params(running.id(), chunk.stream().map(Staged::line).toArray(Long[]::new))
                .query(StagedEvent.class)
                .list()
                .forEach(staged -> events.computeIfAbsent(staged.itemLine(), _ -> new ArrayList<>())
                        .add(StagedRows.event(staged.json(), staged.line(), settings)));
        return events;
    }

    private static void addNames(Set<String> names, SourceItem item, Iterable<SourceEvent> history) {
        if (item.reporter() != null) names.add(item.reporter());
        if (item.assignee() != null) names.add(item.assignee());
        for (var event : history)
            event.people().forEach(name -> {
                if (name != null) names.add(name);
            });
    }

    private Map<String, UUID> members(Import running, Set<String> names) {
        var members = new HashMap<String, UUID>();
        if (names.isEmpty()) return members;
        db.sql("select name, member_id from import_person where import_id = ? and name = any(?)")
                .params(running.id(), names.toArray(String[]::new))
                .query(row -> {
                    members.put(row.getString(1), row.getObject(2, UUID.class));
                });
        return members;
    }

    /** Counts only the items that this call marked, so that two workers with the same chunk count it once. */
    private void keep(Import running, List<Sent> results) {
        var lines = results.stream().map(sent -> sent.staged.line()).toArray(Long[]::new);
        var marked = new HashSet<>(
                db.sql("""
                        update import_item set sent = true
                        where import_id = ? and line = any(?) and not sent returning line""").params(running.id(), lines).query(Long.class).list());
        var news = results.stream()
                .filter(sent -> marked.contains(sent.staged.line()))
                .toList();
        var taken = news.stream().filter(sent -> sent.refused == null).toList();
        var refused = news.stream().filter(sent -> sent.refused != null).toList();
        for (var sent : taken) personalData.keep(running, sent.staged.itemId(), sent.privates);
        note(running, taken);
        rejections.add(
                running.id(),
                Part.ITEMS,
                refused.stream()
                        .map(sent -> Objects.requireNonNull(sent.refused))
                        .toList());
        progress.refused(running.id(), refused.size(), events(running, refused));
        progress.processed(
                running.id(),
                taken.size(),
                taken.stream().filter(sent -> !sent.changed).count(),
                events(running, taken));
    }

    private long events(Import running, Collection<Sent> items) {
        return db.sql("select count(*) from import_event where import_id = ? and item_line = any(?)")
                .params(
                        running.id(),
                        items.stream().map(sent -> sent.staged.line()).toArray(Long[]::new))
                .query(Long.class)
                .single();
    }

    /** Adds the notes that depend on the whole item with its events. */
    private void note(Import running, List<Sent> taken) {
        var ofItems = new ArrayList<Notes.OfLine>();
        var ofEvents = new ArrayList<Notes.OfLine>();
        for (var sent : taken) {
            if (sent.status != null) ofItems.add(new Notes.OfLine(sent.staged.line(), List.of(sent.status)));
            var noted = new HashSet<String>();
            for (var personal : sent.privates) {
                if (personal.isNoted() || !noted.add(personal.eventLine() + personal.field())) continue;
                var note = Note.ofPerson(personal.field(), null, Note.Reason.PERSONAL_DATA);
                if (personal.eventLine() == 0) ofItems.add(new Notes.OfLine(sent.staged.line(), List.of(note)));
                else ofEvents.add(new Notes.OfLine(personal.eventLine(), List.of(note)));
            }
        }
        notes.add(running.id(), Part.ITEMS, ofItems);
        notes.add(running.id(), Part.EVENTS, ofEvents);
    }
}
