package ilgam.member.identity.audit;

import java.sql.Types;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the security events, the latest first. */
@Component
public class AuditLog {

    private final JdbcClient db;

    AuditLog(JdbcClient db) {
        this.db = db;
    }

    /**
     * The events before the entry {@code before}; of all members when {@code member} is null, of all types when
     * {@code what} is.
     */
    public List<SecurityEvent> before(long before, @Nullable UUID member, @Nullable String what, int limit) {
        return db.sql("""
                        select e.id, e.at, e.what, e.member_id, e.actor, e.address, e.user_agent, e.was, e.became,
                            i.email as addressee
                        from audit_entry e
                        left join invitation i on i.id = e.subject and e.what in ('INVITED', 'INVITATION_REVOKED')
                        where e.id < :before
                          and (cast(:member as uuid) is null or e.member_id = :member)
                          and (cast(:what as text) is null or e.what = :what)
                        order by e.id desc
                        limit :limit
                        """)
                .param("before", before)
                .param("member", member, Types.OTHER)
                .param("what", what, Types.VARCHAR)
                .param("limit", limit)
                .query(SecurityEvent.class)
                .list();
    }
}
