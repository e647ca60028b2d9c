package ilgam.work.history;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.starter.security.Caller;
import ilgam.work.list.Items;
import ilgam.work.projects.Projects;

import static java.time.ZoneOffset.UTC;

/** Histories and comments of items. Callers have checked that the item is visible. */
@Component
public class History {

    /** The number of characters of a text in a page of entries. */
    private static final int SHOWN_CHARACTERS = 1_000;

    private static final int ALL_CHARACTERS = Integer.MAX_VALUE - 1;

    /** A page of comments ends with the one at which its texts reach this many bytes. */
    private static final int PAGE_BYTES = 1024 * 1024;

    private final JdbcClient db;
    private final HistoryRows rows;
    private final Items items;
    private final Projects projects;

    History(JdbcClient db, HistoryRows rows, Items items, Projects projects) {
        this.db = db;
        this.rows = rows;
        this.items = items;
        this.projects = projects;
    }

    /** The last entry of a page, for the cursor. */
    public record Place(Instant at, long sequence) {

        /** The place before the first entry. */
        public static final Place START = new Place(Instant.parse("0001-01-01T00:00:00Z"), -1);
    }

    /** A page of results, and whether there are more after it. */
    public record Part<T>(List<T> shown, boolean more) {}

    /**
     * Up to {@code limit} entries after a place and not after an instant (null: now), oldest first. Texts are cut at
     * 1,000 characters.
     */
    public Part<Entry> entries(UUID item, Caller caller, Place after, int limit, @Nullable Instant at) {
        var found = rows.page(item, after, orNow(at), limit + 1, SHOWN_CHARACTERS);
        var shown = rows.whole(item, found.subList(0, Math.min(limit, found.size())), SHOWN_CHARACTERS);
        return new Part<>(worded(item, shown, caller, SHOWN_CHARACTERS), found.size() > limit);
    }

    /** One entry with its whole texts. */
    public Optional<Entry> entry(UUID item, UUID entry, Caller caller) {
        var found = rows.one(item, entry, ALL_CHARACTERS);
        return worded(item, rows.whole(item, found, ALL_CHARACTERS), caller, ALL_CHARACTERS).stream()
                .findFirst();
    }

    private List<Entry> worded(UUID item, List<HistoryEntry> happened, Caller caller, int longest) {
        if (happened.isEmpty()) return List.of();
        var words = words(item, happened, caller, longest);
        return happened.stream().map(words::entry).toList();
    }

    private record Sized(UUID comment, int bytes) {}

    /** Up to {@code limit} comments after a place, in the order in which they were first written. */
    public Part<CommentView> comments(UUID item, Place after, int limit, @Nullable Instant at) {
        var found = db.sql("""
                select comment_id, coalesce((
                    select octet_length(text) from item_comment last
                    where last.item_id = :item and last.comment_id = first.comment_id and last.at <= :at
                    order by last.at desc, last.sequence desc limit 1), 0) as bytes
                from (
                    select distinct on (comment_id) comment_id, at, sequence from item_comment
                    where item_id = :item order by comment_id, at, sequence) first
                where at <= :at and (at, sequence) > (:afterAt, :afterSequence)
                order by at, sequence limit :limit""")
                .param("item", item)
                .param("at", orNow(at))
                .param("afterAt", after.at().atOffset(UTC))
                .param("afterSequence", after.sequence())
                .param("limit", limit + 1)
                .query((row, _) -> new Sized(row.getObject("comment_id", UUID.class), row.getInt("bytes")))
                .list();
        var shown = new ArrayList<UUID>();
        long bytes = 0;
        for (var comment : found.subList(0, Math.min(limit, found.size()))) {
            if (bytes >= PAGE_BYTES) break;
            bytes += comment.bytes();
            shown.add(comment.comment());
        }
        var wordings = Comments.asOf(orNow(at), item, shown, db);
        return new Part<>(
                shown.stream()
                        .map(comment -> wordings.view(comment, at == null ? Instant.MAX : at))
                        .toList(),
                found.size() > shown.size());
    }

    /** A comment in its current form. */
    public Optional<CommentView> comment(UUID item, UUID comment) {
        var wordings = Comments.asOf(OffsetDateTime.MAX, item, List.of(comment), db);
        return wordings.wordings().isEmpty() ? Optional.empty() : Optional.of(wordings.view(comment, Instant.MAX));
    }

    private Words words(UUID item, List<HistoryEntry> happened, Caller caller, int longest) {
        var others = new HashSet<UUID>();
        var comments = new HashSet<UUID>();
        happened.forEach(row -> row.mentions(others, comments));
        var opening = items.opening(item).orElseThrow();
        var events = happened.stream().map(HistoryEntry::sequence).toList();
        return new Words(
                opening.at(),
                projects.statusNames(opening.project()),
                items.keys(others, caller),
                Comments.around(events, longest + 1, item, comments, db),
                longest);
    }

    private static OffsetDateTime orNow(@Nullable Instant at) {
        return at == null ? OffsetDateTime.MAX : at.atOffset(UTC);
    }
}
