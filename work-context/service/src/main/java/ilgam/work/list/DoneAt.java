package ilgam.work.list;

/** When an item's last unbroken run in done began. */
public final class DoneAt {

    /**
     * A query with one row and the column {@code at}, for an item {@code v} that is done as of the parameter
     * {@code :at} (infinity: now).
     *
     * <p>A status event is split into a piece for each meaning that its status had until the next event. A status that
     * was left in the same instant is a piece, too, as it ends a run.
     */
    public static final String QUERY = """
            with piece as (
                select greatest(e.at, m.from_at) as at, e.sequence, m.from_at as meant_from, m.category
                from (select at, sequence, status_id, lead(at, 1, 'infinity') over (order by at, sequence) as until
                      from item_status where item_id = v.item_id and at <= :at) e
                left join project_status m on m.project_id = v.project_id and m.status_id = e.status_id
                    and m.from_at <= :at and m.to_at > e.at and (m.from_at <= e.at or m.from_at < e.until))
            select min(at) as at from piece where category = 'DONE' and not exists (
                select 1 from piece later where coalesce(later.category, 'TODO') <> 'DONE'
                and (later.at, later.sequence, coalesce(later.meant_from, '-infinity'))
                    > (piece.at, piece.sequence, coalesce(piece.meant_from, '-infinity')))""";

    private DoneAt() {}
}
