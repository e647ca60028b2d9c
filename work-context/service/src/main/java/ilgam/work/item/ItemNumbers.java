package ilgam.work.item;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import ilgam.starter.projection.Batch;
import ilgam.starter.projection.EventComponent;
import ilgam.starter.projection.EventComponent.Kind;
import ilgam.work.language.ItemEvent.ItemOpened;
import ilgam.work.language.ItemId;
import ilgam.work.language.ProjectId;

/**
 * Assigns numbers to items. A project's numbers grow and are never reused, even when an item was never opened; repeated
 * requests for an item get the same number.
 */
@Component
@ProcessingGroup("item-numbers")
@EventComponent(kind = Kind.RESERVATION, processor = "lookups")
public class ItemNumbers {

    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final Batch<List<ItemOpened>> batch = new Batch<>(ArrayList::new, this::remember);

    ItemNumbers(JdbcClient db, TransactionTemplate transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /** An item and its number in the source; null when any number will do. */
    public record Wish(ItemId item, @Nullable Long number) {}

    /** The next number of the project. */
    public long next(ProjectId project, ItemId item) {
        return reserve(project, List.of(new Wish(item, null))).getOrDefault(item, 0L);
    }

    /**
     * Numbers for many items at once: the requested ones if they are free, then those above the highest assigned so
     * far, in the order of the requests.
     */
    public Map<ItemId, Long> reserve(ProjectId project, List<Wish> wishes) {
        return transactions.execute(_ -> reserveAlone(project, wishes));
    }

    private Map<ItemId, Long> reserveAlone(ProjectId project, List<Wish> wishes) {
        var last = lockCounter(project);
        var given = numbersOf(wishes);
        insert(
                project,
                wishes.stream()
                        .filter(wish -> wish.number() != null && !given.containsKey(wish.item()))
                        .toList());
        given.putAll(numbersOf(wishes));
        var above = Math.max(
                last, given.values().stream().mapToLong(Long::longValue).max().orElse(0));
        var rest = new ArrayList<Wish>();
        for (var wish : wishes) if (!given.containsKey(wish.item())) rest.add(new Wish(wish.item(), ++above));
        insert(project, rest);
        rest.forEach(wish -> given.put(wish.item(), wish.number()));
        db.sql("update item_counter set last = greatest(last, ?) where project = ?")
                .params(above, project.value())
                .update();
        return given;
    }

    private long lockCounter(ProjectId project) {
        return db.sql("insert into item_counter (project, last) values (?, 0)"
                        + " on conflict (project) do update set last = item_counter.last returning last")
                .param(project.value())
                .query(Long.class)
                .single();
    }

    private Map<ItemId, Long> numbersOf(List<Wish> wishes) {
        var numbers = new HashMap<ItemId, Long>();
        db.sql("select item, number from item_number where item = any (?::uuid[])")
                .param(items(wishes))
                .query(row -> {
                    numbers.put(new ItemId(row.getObject("item", UUID.class)), row.getLong("number"));
                });
        return numbers;
    }

    private void insert(ProjectId project, List<Wish> wishes) {
        if (wishes.isEmpty()) return;
        db.sql("insert into item_number (project, number, item)"
                        + " select ?, * from unnest(?::bigint[], ?::uuid[]) on conflict do nothing")
                .params(project.value(), wishes.stream().map(Wish::number).toArray(Long[]::new), items(wishes))
                .update();
    }

    private static String[] items(List<Wish> wishes) {
        return wishes.stream().map(wish -> wish.item().toString()).toArray(String[]::new);
    }

    @EventHandler
    void on(ItemOpened opened) {
        batch.current().add(opened);
    }

    /** Records the numbers of opened items. A no-op unless this database is older than the events. */
    private void remember(List<ItemOpened> opened) {
        var projects = opened.stream().map(it -> it.project().toString()).toArray(String[]::new);
        var numbers = opened.stream().map(ItemOpened::number).toArray(Long[]::new);
        var items = opened.stream().map(it -> it.item().toString()).toArray(String[]::new);
        db.sql("""
                insert into item_number (project, number, item)
                select * from unnest(?::uuid[], ?::bigint[], ?::uuid[]) on conflict do nothing""").params(projects, numbers, items).update();
        db.sql("""
                insert into item_counter (project, last)
                select project, max(number) from unnest(?::uuid[], ?::bigint[]) as given (project, number) group by project
                on conflict (project) do update set last = excluded.last where item_counter.last < excluded.last""").params(projects, numbers).update();
    }
}
