package ilgam.member.directory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberId;
import ilgam.member.profile.DisplayName;

/** Looks people up: one, some, or page by page in the order of their names. */
@Component
public class Directory {

    /** Where a page ended. */
    public record Place(String sortName, UUID id) {}

    private static final String ENTRIES = """
            select m.id, p.display_name, a.email, m.role, p.locale, p.time_zone, m.active, m.account,
                   m.sequence + p.version as version, m.role_changed_in, p.sort_name
            from member m
            join profile p on p.member_id = m.id
            left join account a on a.member_id = m.id
            """;

    private final JdbcClient db;

    Directory(JdbcClient db) {
        this.db = db;
    }

    public Optional<DirectoryEntry> find(MemberId member) {
        return db.sql(ENTRIES + "where m.id = ?")
                .param(member.value())
                .query(DirectoryEntry.class)
                .optional();
    }

    /** Those of the given ids that are known, in the order of their names; former members too. */
    public List<DirectoryEntry> find(Collection<UUID> ids) {
        return db.sql(ENTRIES + "where m.id = any (?) order by p.sort_name, m.id")
                .param(ids.toArray(UUID[]::new))
                .query(DirectoryEntry.class)
                .list();
    }

    /** Whoever is active and has {@code part} in the name, regardless of case, after {@code place}. */
    public List<DirectoryEntry> search(@Nullable String part, @Nullable Place place, int limit) {
        return db.sql(ENTRIES + """
                        where m.active and p.sort_name like :pattern
                          and (:start or (p.sort_name, p.member_id) > (:name, :id))
                        order by p.sort_name, p.member_id
                        limit :limit
                        """)
                .param("pattern", containing(part))
                .param("start", place == null)
                .param("name", place == null ? "" : place.sortName())
                .param("id", place == null ? new UUID(0, 0) : place.id())
                .param("limit", limit)
                .query(DirectoryEntry.class)
                .list();
    }

    public long count(@Nullable String part) {
        return db.sql("""
                        select count(*) from member m join profile p on p.member_id = m.id
                        where m.active and p.sort_name like ?
                        """).param(containing(part)).query(Long.class).single();
    }

    private static String containing(@Nullable String part) {
        if (part == null) return "%";
        return '%' + DisplayName.sortNameOf(part).replaceAll("([\\\\%_])", "\\\\$1") + '%';
    }
}
