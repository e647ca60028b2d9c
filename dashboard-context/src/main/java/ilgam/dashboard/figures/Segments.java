package ilgam.dashboard.figures;

/**
 * The SQL that all figures are based on.
 *
 * <p>A segment is the part of a span during which its status kept one meaning. The segments of an item are contiguous,
 * as its spans are.
 */
final class Segments {

    /** Joins the meanings that a span's status had while it lasted. A span of zero length has one. */
    static final String MEANINGS = """
            left join meaning on meaning.project = span.project and meaning.status = span.status
                and meaning.entered_from <= span.status_at and span.status_at < meaning.entered_to
                and meaning.to_at > span.from_at
                and (meaning.from_at < span.to_at or meaning.from_at <= span.from_at)
            """;

    /** An item without a status, or with an unknown workflow, counts as to do. */
    static final String CATEGORY = "coalesce(meaning.category, 'TODO')";

    static final String STATUS = "coalesce(meaning.name, nullif(span.status, ''), 'none')";

    /** The condition of the scope on a span, without the team. */
    static final String IN_SCOPE = """
            (cast(:member as uuid) is null or span.assignee = :member)
            and (cast(:kind as text) is null or span.kind = :kind)
            """;

    /** Joins the times when a span's assignee belonged to the requested team. */
    static final String MEMBERSHIPS = """
            join team_member on team_member.team = :team and team_member.member = span.assignee
                and team_member.from_at < span.to_at and team_member.to_at > span.from_at
                and team_member.from_at <= :until
            """;

    /**
     * The finished items as of <code>:at</code>: <code>run (item, opened_at, doing_at, done_at)</code>.
     *
     * <p>As segments are contiguous, the run in <code>done</code> that includes <code>:at</code> starts where the last
     * other segment ends, or at the opening if there is none. Deleted items are left out.
     *
     * @param delivered whether to leave out items with a resolution that means that nothing was delivered
     */
    static String runs(Spans spans, boolean delivered) {
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
            """.formatted(CATEGORY, spans.sql(), MEANINGS, delivered ? NOTHING_DELIVERED : "");
    }

    private static final String NOTHING_DELIVERED = """
            and not coalesce(bool_or(end_at > :at and lower(resolution) in (
                'duplicate', 'invalid', 'won''t fix', 'won''t do', 'cannot reproduce', 'not our bug', 'incomplete')),
                false)
            """;

    private Segments() {}
}
