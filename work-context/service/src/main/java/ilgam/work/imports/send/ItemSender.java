package ilgam.work.imports.send;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.concurrent.atomic.AtomicBoolean;

import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

import ilgam.starter.messaging.Commands;
import ilgam.starter.messaging.Metadata;
import ilgam.starter.messaging.RuleRefused;
import ilgam.starter.refusal.Sentence;
import ilgam.work.imports.Import;
import ilgam.work.imports.history.ImportLookups;
import ilgam.work.imports.history.ItemHistory;
import ilgam.work.imports.line.UnreadableRow;
import ilgam.work.imports.results.PersonalValue;
import ilgam.work.imports.source.ImportSettings;
import ilgam.work.imports.source.Note;
import ilgam.work.imports.spool.Keys;
import ilgam.work.item.Imported;
import ilgam.work.item.ItemCommand.ImportItem;
import ilgam.work.language.ItemId;
import ilgam.work.words.Invalid;

import static ilgam.work.imports.line.UnreadableRow.Cause.REFUSED;

/** Sends one item with its history, in as many commands as it needs. */
@Component
class ItemSender {

    private final Commands commands;

    ItemSender(Commands commands) {
        this.commands = commands;
    }

    Sent send(Import running, ImportSettings settings, ImportLookups lookups, Chunk.Item item) {
        var staged = item.staged();
        var privates = new ArrayList<PersonalValue>();
        var changed = new AtomicBoolean();
        Note status = null;
        try {
            var id = new ItemId(staged.itemId());
            var history =
                    new ItemHistory(lookups, settings, id, item.item(), staged.created(), item.events(), privates::add);
            status = history.statusNote();
            var sourceKey = Keys.sourceKey(running, staged.sourceId(), staged.number());
            var opening = history.opening(running.project(), sourceKey, !staged.parentCut());
            var opened = history.opened();
            var slices = new Slices(slice -> {
                Imported imported = commands.send(
                        new ImportItem(id, staged.number(), opening, opened, slice),
                        MetaData.with(Metadata.SOURCE, running.source()));
                if (imported.changed()) changed.set(true);
            });
            history.emit(slices::add);
            slices.end();
        } catch (CommandExecutionException | Invalid refused) {
            if (refused instanceof CommandExecutionException failed
                    && failed.getDetails().isEmpty()) throw failed;
            return new Sent(staged, changed.get(), new UnreadableRow(REFUSED, said(refused)), privates, status);
        }
        return new Sent(staged, changed.get(), null, privates, status);
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
}
