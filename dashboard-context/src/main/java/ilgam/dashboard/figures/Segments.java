package ilgam.dashboard.figures;

/**
 * The SQL that all figures stand on.
 *
 * <p>A segment is the part of a span during which its status kept one meaning, so the segments of an item lie
 * end to end as its spans do.
 */
final class Segments {

    /** Joins the meanings that a span's status had while it lasted; a span without length has one. */
    static final String MEANINGS = """
            left join meaning on meaning.project = span.project and meaning.status = span.status
                and meaning.entered_from <= span.status_at and span.status_at < meaning.entered_to
                and meaning.to_at > span.from_at
                and (meaning.from_at < span.to_at or meaning.from_at <= span.from_at)
            """;

    /** An item before its first status, and one whose workflow is not known yet, is still to do. */
    static final String CATEGORY = "coalesce(meaning.category, 'TODO')";

    static final String STATUS = "coalesce(meaning.name, nullif(span.status, ''), 'none')";

    /** What the scope asks of a span, but for the team. */
    static final String IN_SCOPE = """
            (cast(:member as uuid) is null or span.assignee = :member)
            and (cast(:kind as text) is null or span.kind = :kind)
            """;

    /** What the scope asks of the span that an item is in at an instant, which is SQL. */
    static String inScope(String instant) {
        return """
            %1$s
            and (cast(:team as uuid) is null or span.assignee in (
                select member from team_member where team = :team and from_at <= %2$s and %2$s < to_at))
            """.formatted(IN_SCOPE, instant);
    }

    /** Joins from when to when a span's assignee belonged to the team that is asked for. */
    static final String MEMBERSHIPS = """
            join team_member on team_member.team = :team and team_member.member = span.assignee
                and team_member.from_at < span.to_at and team_member.to_at > span.from_at
                and team_member.from_at <= :until
            """;

    /**
     * The finished items as of <code>:at</code>: <code>run (item, opened_at, doing_at, done_at)</code>.
     *
     * <p>As segments lie end to end, the run in <code>done</code> that lasts at <code>:at</code> starts where the
     * last other segment ends, or at the opening if there is none. Deleted items are left out.
     *
     * @param spans {@link #ALL} or {@link #TOUCHED}
     * @param delivered whether items of which nothing was delivered are left out
     */
    static String runs(String spans, boolean delivered) {
        return """
            with segment as (
                select span.item, span.deleted, span.resolution, %s as category,
                    greatest(span.from_at, meaning.from_at) as start_at,
                    least(span.to_at, meaning.to_at) as end_at
                from (%s) as span %s
            ), run as (
                select item,
                    min(start_at) as opened_at,
                    min(start_at) filter (where category = 'DOING') as doing_at,
                    coalesce(max(end_at) filter (where category <> 'DONE'), min(start_at)) as done_at
                from segment
                where start_at <= :at
                group by item
                having bool_or(category = 'DONE' and end_at > :at)
                    and not bool_or(deleted and end_at > :at) %s
            )
            """.formatted(CATEGORY, spans, MEANINGS, delivered ? NOTHING_DELIVERED : "");
    }

    private static final String NOTHING_DELIVERED = """
            and not coalesce(bool_or(end_at > :at and lower(resolution) in (
                'duplicate', 'invalid', 'won''t fix', 'won''t do', 'cannot reproduce', 'not our bug', 'incomplete')),
                false)
            """;

    /** The spans of all items. */
    static final String ALL = """
            select * from span where project = any(:projects) and from_at <= :at
            """;

    /** The spans of the items that something happened to from <code>:from</code> to <code>:to</code>, item by item. */
    static final String TOUCHED = """
            select known.*
            from (
                select distinct item from span where project = any(:projects) and from_at between :from and :to
            ) as touched cross join lateral (
                select * from span where span.item = touched.item and span.from_at <= :at offset 0
            ) as known
            """;

    private Segments() {}
}
