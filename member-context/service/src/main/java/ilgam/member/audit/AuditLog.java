package ilgam.member.audit;

import java.sql.Types;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the log, the latest first. */
@Component
public class AuditLog {

    private final JdbcClient db;

    AuditLog(JdbcClient db) {
        this.db = db;
    }

    /** What was noted before the entry {@code before}, about one member or anybody, of one kind or any. */
    public List<Noted> before(long before, @Nullable UUID member, @Nullable String what, int limit) {
        return db.sql("""
                        select id, at, what, member_id, actor, address, user_agent
                        from audit_entry
                        where id < :before
                          and (cast(:member as uuid) is null or member_id = :member)
                          and (cast(:what as text) is null or what = :what)
                        order by id desc
                        limit :limit
                        """)
                .param("before", before)
                .param("member", member, Types.OTHER)
                .param("what", what, Types.VARCHAR)
                .param("limit", limit)
                .query(Noted.class)
                .list();
    }
}
