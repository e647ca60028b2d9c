package ilgam.work.list;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.replica.Aliases;
import ilgam.starter.security.Caller;
import ilgam.work.projects.Projects;

/** Reads work items for a caller. An item that the caller may not see is treated as missing. */
@Component
public class Items {

    private final JdbcClient db;
    private final Aliases aliases;

    Items(JdbcClient db, Aliases aliases) {
        this.db = db;
        this.aliases = aliases;
    }

    /** The id under which this person's work is found: that of the member they were merged into, or their own. */
    public UUID whoIs(UUID person) {
        return aliases.finalIdOf(ItemProjection.READER, person);
    }

    /** The item as it is now, without a check of permissions. */
    public Optional<ItemView> find(UUID item) {
        return only(ItemName.of(item), Projects.unrestricted(), AsOf.NOW);
    }

    /** The item with that key, id or unambiguous source key as it is now, even if deleted. */
    public Optional<ItemView> find(String keyOrId, Caller caller) {
        return find(keyOrId, caller, null);
    }

    /** The item as of an instant; empty when it was not open yet. */
    public Optional<ItemView> find(String keyOrId, Caller caller, @Nullable Instant at) {
        return ItemName.meant(keyOrId).stream()
                .flatMap(name -> only(name, Projects.permissions(caller), new AsOf(at)).stream())
                .findFirst();
    }

    /** The item with that key, id or unambiguous source key. */
    public Optional<UUID> locate(String keyOrId, Caller caller) {
        return ItemName.meant(keyOrId).stream()
                .map(name -> db.sql(name.sql())
                        .params(name.parameters())
                        .params(Projects.permissions(caller))
                        .query((row, _) -> row.getObject("item_id", UUID.class))
                        .list())
                .filter(found -> found.size() == 1)
                .map(List::getFirst)
                .findFirst();
    }

    private Optional<ItemView> only(ItemName name, Map<String, ?> permissions, AsOf asOf) {
        var found = ItemSelect.one(name, asOf)
                .statement(db, permissions)
                .query((row, _) -> ItemSelect.view(row))
                .list();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** These items in this order, as of now or of an instant. Items that were not open yet are left out. */
    public List<ItemView> show(Collection<UUID> items, Caller caller, @Nullable Instant at) {
        if (items.isEmpty()) return List.of();
        return ItemSelect.list(new GivenItems(items), new AsOf(at))
                .statement(db, Projects.permissions(caller))
                .query((row, _) -> ItemSelect.view(row))
                .list();
    }

    /** Up to {@code limit} items that match the filter, after the given one. */
    public List<Listed> list(Filter filter, Caller caller, @Nullable Place after, int limit) {
        return ItemSelect.list(FilteredItems.page(filter, after, limit), new AsOf(filter.at()))
                .statement(db, Projects.permissions(caller))
                .query((row, _) -> new Listed(ItemSelect.view(row), Place.of(row, filter.sort())))
                .list();
    }

    /** The number of items that match the filter. */
    public long count(Filter filter, Caller caller) {
        return FilteredItems.count(filter, Projects.permissions(caller), db)
                .query(Long.class)
                .single();
    }

    /** The number of items that are not deleted in each of these statuses, and without a status if there are any. */
    public List<StatusCount> countByStatus(UUID project, List<String> statuses, @Nullable Instant at) {
        var asOf = new AsOf(at);
        var counts = new HashMap<String, Long>();
        var inNone = new ArrayList<StatusCount>();
        db.sql("""
                select coalesce(s.shown_id, v.status_id) as status, count(*) as count
                from %s
                left join project_status s on s.project_id = v.project_id and s.status_id = v.status_id and %s
                where %s.project_id = :project and %s and not v.deleted group by 1""".formatted(asOf.items(), asOf.status(), asOf.origin(), asOf.condition()))
                .param("project", project)
                .param("at", asOf.parameter())
                .query(row -> {
                    var status = row.getString("status");
                    if (status == null) inNone.add(new StatusCount(null, row.getLong("count")));
                    else counts.put(status, row.getLong("count"));
                });
        return Stream.concat(
                        statuses.stream().map(status -> new StatusCount(status, counts.getOrDefault(status, 0L))),
                        inNone.stream())
                .toList();
    }

    /** An item of a list, with its place for the cursor. */
    public record Listed(ItemView item, Place place) {}

    /** The version that the rows show now; -1 when the item is not shown yet. */
    public long shownVersion(UUID item) {
        return db.sql("select version from item_version where item_id = ? and to_at = 'infinity'")
                .param(item)
                .query(Long.class)
                .optional()
                .orElse(-1L);
    }

    /** The project and opening of an item, without a check of permissions. */
    public Optional<Opening> opening(UUID item) {
        return db.sql("select project_id, created_at from item_version where item_id = ? and to_at = 'infinity'")
                .param(item)
                .query((row, _) -> new Opening(
                        row.getObject("project_id", UUID.class),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Whether an item's parent and task are in archived projects, for any caller. */
    public ItemRelations ties(UUID item) {
        return db.sql("""
                        select coalesce(bool_or(p.archived and other.item_id = v.parent), false) as parent_archived,
                            coalesce(bool_or(p.archived and other.item_id = v.task), false) as task_archived
                        from item_version v
                        join item_version other on other.item_id in (v.parent, v.task) and other.to_at = 'infinity'
                        join project p on p.id = other.project_id
                        where v.item_id = ? and v.to_at = 'infinity'""").param(item).query(ItemRelations.class).single();
    }

    /** The related items that are in archived projects. */
    public record ItemRelations(boolean parentArchived, boolean taskArchived) {}

    /** An item's project and the instant from which it exists. */
    public record Opening(UUID project, Instant at) {}

    /** The keys of those of these items that the caller may see. */
    public Map<UUID, String> keys(Collection<UUID> items, Caller caller) {
        if (items.isEmpty()) return Map.of();
        var keys = new HashMap<UUID, String>();
        db.sql("select v.item_id, item_key(p.key, v.number, v.source_key) as key from item_version v"
                        + " join project p on p.id = v.project_id"
                        + " where v.item_id = any (cast(:items as uuid[])) and v.to_at = 'infinity' and "
                        + Projects.VISIBLE)
                .params(Projects.permissions(caller))
                .param("items", items.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    keys.put(row.getObject("item_id", UUID.class), row.getString("key"));
                });
        return keys;
    }
}
