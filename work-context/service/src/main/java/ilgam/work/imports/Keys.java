package ilgam.work.imports;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.starter.ids.Ids;
import ilgam.work.item.ItemNumbers;
import ilgam.work.item.ItemNumbers.Wish;
import ilgam.work.language.ItemId;

/**
 * Gives every source id of a project its item id and number, the same at every import. An id of the project's own
 * key, such as {@code WEB-12}, keeps its number unless another item has it; any other gets a new one.
 */
@Component
class Keys {

    private static final Pattern NUMBERED = Pattern.compile("([A-Z][A-Z0-9]{1,9})-([0-9]{1,15})");

    private final JdbcClient db;
    private final ItemNumbers numbers;

    Keys(JdbcClient db, ItemNumbers numbers) {
        this.db = db;
        this.numbers = numbers;
    }

    /** The item that stands for a source's id in a project. */
    static ItemId itemOf(Import running, String sourceId) {
        return new ItemId(Ids.named("import", running.project().toString(), sourceId));
    }

    /** Numbers by source id; within the staging's transaction, so that a pass that breaks off reserves nothing. */
    Map<String, Long> reserve(Import running, List<String> sourceIds) {
        var given = numbers.reserve(
                running.project(),
                sourceIds.stream()
                        .map(id -> new Wish(itemOf(running, id), ownNumber(running, id)))
                        .toList());
        var bySourceId = new HashMap<String, Long>();
        for (var id : sourceIds) bySourceId.put(id, given.getOrDefault(itemOf(running, id), 0L));
        return bySourceId;
    }

    /** Which of the source ids stand for an item of the project, by this import or an earlier one. */
    Map<String, UUID> known(Import running, Collection<String> sourceIds) {
        var byItem = new HashMap<UUID, String>();
        for (var id : sourceIds) byItem.put(itemOf(running, id).value(), id);
        var known = new HashMap<String, UUID>();
        db.sql("select item from item_number where item = any(?) and project = ?")
                .params(byItem.keySet().toArray(UUID[]::new), running.project().value())
                .query(UUID.class)
                .list()
                .forEach(item -> known.put(String.valueOf(byItem.get(item)), item));
        return known;
    }

    /** The number in a source id of the project's own key; null in any other id. */
    static @Nullable Long ownNumber(Import running, String sourceId) {
        var parts = NUMBERED.matcher(sourceId);
        if (!parts.matches() || !parts.group(1).equals(running.projectKey())) return null;
        long number = Long.parseLong(parts.group(2));
        return number == 0 ? null : number;
    }

    /** What the item is called there, where its key here says something else. */
    static @Nullable String sourceKey(Import running, String sourceId, long number) {
        return sourceId.equals(running.projectKey() + "-" + number) ? null : sourceId;
    }
}
