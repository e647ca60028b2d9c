package ilgam.member.identity.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import static java.time.ZoneOffset.UTC;

@Component
class SessionRows {

    private final JdbcClient db;

    SessionRows(JdbcClient db) {
        this.db = db;
    }

    void insert(Session session) {
        db.sql("""
                        insert into session (id, secret_hash, member_id, created_at, last_used_at, ends_at, user_agent, address)
                        values (:id, :secret, :member, :begun, :used, :ends, :agent, :address)
                        """)
                .param("id", session.id())
                .param("secret", session.secretHash())
                .param("member", session.memberId())
                .param("begun", session.createdAt().atOffset(UTC))
                .param("used", session.lastUsedAt().atOffset(UTC))
                .param("ends", session.endsAt().atOffset(UTC))
                .param("agent", session.userAgent())
                .param("address", session.address())
                .update();
    }

    /** The most recently used first. */
    List<Session> of(UUID member, int most) {
        return db.sql("select * from session where member_id = ? order by last_used_at desc limit ?")
                .params(member, most)
                .query((row, _) -> session(row))
                .list();
    }

    /** Whether the member had a session with this id. */
    boolean delete(UUID id, UUID member) {
        return db.sql("delete from session where id = ? and member_id = ?")
                        .params(id, member)
                        .update()
                > 0;
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                row.getObject("id", UUID.class),
                row.getBytes("secret_hash"),
                row.getObject("member_id", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_used_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                row.getString("user_agent"),
                row.getString("address"));
    }
}
