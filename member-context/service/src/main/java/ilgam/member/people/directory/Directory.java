package ilgam.member.people.directory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberId;

/** Looks people up: one, several, or page by page in the order of their names. */
@Component
public class Directory {

    /** The last entry of a page, for the cursor. */
    public record Place(String sortName, UUID id) {}

    private static final String SHOWN = """
            case when m.erased then 'Former member' else p.display_name end as display_name, a.email, m.role, p.locale,
            p.time_zone, p.avatar_colour, m.active, m.account, m.erased, m.role_changed_in, p.sort_name
            """;

    /** The requested people (q) joined with those they were merged into (m), which usually are the same. */
    private static final String ASKED = "select q.id, q.merged_into, " + SHOWN + """
            , m.sequence + p.version + case when q.id = m.id then 0 else q.sequence end as version
            from member q
            join member m on m.id = coalesce(q.merged_into, q.id)
            join profile p on p.member_id = m.id
            left join account a on a.member_id = m.id
            """;

    private static final String LISTED = "select m.id, m.merged_into, " + SHOWN + """
            , m.sequence + p.version as version
            from member m
            join profile p on p.member_id = m.id
            left join account a on a.member_id = m.id
            """;

    private final JdbcClient db;

    Directory(JdbcClient db) {
        this.db = db;
    }

    public Optional<DirectoryEntry> find(MemberId member) {
        return db.sql(ASKED + "where q.id = ?")
                .param(member.value())
                .query(DirectoryEntry.class)
                .optional();
    }

    /** Whether the member exists and is deactivated. */
    public boolean isLeftBy(MemberId member) {
        return db.sql("select exists (select from member where id = ? and not active)")
                .param(member.value())
                .query(Boolean.class)
                .single();
    }

    /** The known ones of the given ids in the order of their names, deactivated ones included. */
    public List<DirectoryEntry> find(Collection<UUID> ids) {
        return db.sql(ASKED + "where q.id = any (?) order by p.sort_name, q.id")
                .param(ids.toArray(UUID[]::new))
                .query(DirectoryEntry.class)
                .list();
    }

    /** The people who match, after {@code place}. */
    public List<DirectoryEntry> search(Sought sought, @Nullable Place place, int limit) {
        return where(LISTED + sought.condition() + """
                          and (:start or (p.sort_name, p.member_id) > (:name, :id))
                        order by p.sort_name, p.member_id
                        limit :limit
                        """, sought)
                .param("start", place == null)
                .param("name", place == null ? "" : place.sortName())
                .param("id", place == null ? new UUID(0, 0) : place.id())
                .param("limit", limit)
                .query(DirectoryEntry.class)
                .list();
    }

    public long count(Sought sought) {
        return where("select count(*) from member m join profile p on p.member_id = m.id " + sought.condition(), sought)
                .query(Long.class)
                .single();
    }

    private StatementSpec where(String sql, Sought sought) {
        return db.sql(sql).params(sought.parameters());
    }
}
