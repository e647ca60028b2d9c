package ilgam.member.identity.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import static java.time.ZoneOffset.UTC;

@Component
class AccessTokenRows {

    private final JdbcClient db;

    AccessTokenRows(JdbcClient db) {
        this.db = db;
    }

    void insert(AccessToken token) {
        var expiresAt = token.expiresAt();
        db.sql("""
                        insert into access_token (id, secret_hash, member_id, name, scopes, created_at, expires_at)
                        values (:id, :secret, :member, :name, :scopes, :made, :expires)
                        """)
                .param("id", token.id())
                .param("secret", token.secretHash())
                .param("member", token.memberId())
                .param("name", token.name())
                .param("scopes", token.scopes())
                .param("made", token.createdAt().atOffset(UTC))
                .param("expires", expiresAt == null ? null : expiresAt.atOffset(UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** The tokens that are not revoked, the newest first. */
    List<AccessToken> of(UUID member) {
        return db.sql("select * from access_token where member_id = ? and revoked_at is null order by created_at desc")
                .param(member)
                .query((row, _) -> token(row))
                .list();
    }

    /** Revokes one of the member's tokens; empty when there is none or it was revoked before. */
    Optional<AccessToken> revoke(UUID id, UUID member, Instant now) {
        return db.sql("""
                        update access_token set revoked_at = ? where id = ? and member_id = ? and revoked_at is null
                        returning *
                        """)
                .params(now.atOffset(UTC), id, member)
                .query((row, _) -> token(row))
                .optional();
    }

    private static AccessToken token(ResultSet row) throws SQLException {
        return new AccessToken(
                row.getObject("id", UUID.class),
                row.getBytes("secret_hash"),
                row.getObject("member_id", UUID.class),
                row.getString("name"),
                row.getString("scopes"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "expires_at"),
                instant(row, "last_used_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
