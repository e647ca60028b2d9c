package ilgam.work.imports.spool;

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
import ilgam.work.imports.Import;
import ilgam.work.item.ItemNumbers;
import ilgam.work.item.ItemNumbers.Wish;
import ilgam.work.language.ItemId;

/**
 * Assigns every source id of a project an item id and a number, the same at every import. An id with the project's own
 * key, such as {@code WEB-12}, keeps its number unless another item has it; any other id gets a new number.
 */
@Component
public class Keys {

    private static final Pattern NUMBERED = Pattern.compile("([A-Z][A-Z0-9]{1,9})-([0-9]{1,15})");

    private final JdbcClient db;
    private final ItemNumbers numbers;

    Keys(JdbcClient db, ItemNumbers numbers) {
        this.db = db;
        this.numbers = numbers;
    }

    /** The item id for a source id in a project. */
    public static ItemId itemOf(Import running, String sourceId) {
        return new ItemId(Ids.named("import", running.project().toString(), sourceId));
    }

    /**
     * Reserves numbers by source id, within the transaction of the staging, so that an aborted pass reserves nothing.
     */
    public Map<String, Long> reserve(Import running, List<String> sourceIds) {
        var given = numbers.reserve(
                running.project(),
                sourceIds.stream()
                        .map(id -> new Wish(itemOf(running, id), ownNumber(running, id)))
                        .toList());
        var bySourceId = new HashMap<String, Long>();
        for (var id : sourceIds) bySourceId.put(id, given.getOrDefault(itemOf(running, id), 0L));
        return bySourceId;
    }

    /** The lines of the items that the import has staged so far, by source id. */
    public Map<String, Long> staged(Import running, Collection<String> sourceIds) {
        var lines = new HashMap<String, Long>();
        db.sql("select source_id, line from import_item where import_id = ? and source_id = any(?)")
                .params(running.id(), sourceIds.toArray(String[]::new))
                .query(row -> {
                    lines.put(row.getString(1), row.getLong(2));
                });
        return lines;
    }

    /** The existing items of the project by source id, from this import or an earlier one. */
    public Map<String, UUID> known(Import running, Collection<String> sourceIds) {
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

    /** The number in a source id with the project's own key; null for any other id. */
    static @Nullable Long ownNumber(Import running, String sourceId) {
        var parts = NUMBERED.matcher(sourceId);
        if (!parts.matches() || !parts.group(1).equals(running.projectKey())) return null;
        long number = Long.parseLong(parts.group(2));
        return number == 0 ? null : number;
    }

    /** The source id, if it differs from the item's key here; otherwise null. */
    public static @Nullable String sourceKey(Import running, String sourceId, long number) {
        return sourceId.equals(running.projectKey() + "-" + number) ? null : sourceId;
    }
}
