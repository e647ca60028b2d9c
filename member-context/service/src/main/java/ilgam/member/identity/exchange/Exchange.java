package ilgam.member.identity.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.identity.audit.Client;
import ilgam.member.identity.secret.Secret;
import ilgam.member.language.Role;

/**
 * Exchanges a client's opaque secret for the signed token that services accept: one look-up by index, and at most one
 * write a minute to record the use.
 */
@Component
public class Exchange {

    private record Used(Bearer bearer, UUID id, @Nullable Instant lastUsedAt) {

        boolean isWorthNotingAt(Instant now) {
            return lastUsedAt == null || lastUsedAt.isBefore(now.minus(NOTED_EVERY));
        }
    }

    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    private static final Duration LONGEST_IDLE = Duration.ofDays(14);
    private static final String ALL_SCOPES = "read write admin";

    private final JdbcClient db;
    private final TokenSigner signer;
    private final Clock clock;

    Exchange(JdbcClient db, TokenSigner signer, Clock clock) {
        this.db = db;
        this.signer = signer;
        this.clock = clock;
    }

    /** The signed token for a session; empty when the session is not open. */
    public Optional<SignedToken> ofSession(Secret secret, Client client) {
        var now = clock.instant();
        var used = db.sql("""
                        select s.id, s.member_id, m.role, s.last_used_at
                        from session s
                        join member m on m.id = s.member_id
                        where s.secret_hash = ? and s.ends_at > ? and s.last_used_at > ? and m.active
                        """)
                .params(secret.hash(), Timestamp.from(now), Timestamp.from(now.minus(LONGEST_IDLE)))
                .query((row, n) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Used(bearer(row, ALL_SCOPES, "web", id), id, lastUsed(row));
                })
                .optional();
        used.filter(it -> it.isWorthNotingAt(now)).ifPresent(it -> noteSession(it.id(), now, client));
        return used.map(Used::bearer).map(signer::sign);
    }

    /** The signed token for an access token; empty when it is expired or revoked. */
    public Optional<SignedToken> ofAccessToken(Secret secret) {
        var now = clock.instant();
        var used = db.sql("""
                        select t.id, t.member_id, m.role, t.scopes, t.last_used_at
                        from access_token t
                        join member m on m.id = t.member_id
                        where t.secret_hash = ? and t.revoked_at is null
                          and (t.expires_at is null or t.expires_at > ?) and m.active
                        """)
                .params(secret.hash(), Timestamp.from(now))
                .query((row, n) -> new Used(
                        bearer(row, row.getString("scopes"), "api", null),
                        row.getObject("id", UUID.class),
                        lastUsed(row)))
                .optional();
        used.filter(it -> it.isWorthNotingAt(now)).ifPresent(it -> noteToken(it.id(), now));
        return used.map(Used::bearer).map(signer::sign);
    }

    private void noteSession(UUID id, Instant now, Client client) {
        db.sql("""
                        update session
                        set last_used_at = :now, address = coalesce(:address, address),
                            user_agent = coalesce(:agent, user_agent)
                        where id = :id and last_used_at < :since
                        """)
                .param("now", Timestamp.from(now))
                .param("address", client.address(), Types.VARCHAR)
                .param("agent", client.userAgent(), Types.VARCHAR)
                .param("id", id)
                .param("since", Timestamp.from(now.minus(NOTED_EVERY)))
                .update();
    }

    private void noteToken(UUID id, Instant now) {
        db.sql("update access_token set last_used_at = ? where id = ? and (last_used_at is null or last_used_at < ?)")
                .params(Timestamp.from(now), id, Timestamp.from(now.minus(NOTED_EVERY)))
                .update();
    }

    private static Bearer bearer(ResultSet row, String scopes, String source, @Nullable UUID session)
            throws SQLException {
        return new Bearer(
                row.getObject("member_id", UUID.class), Role.valueOf(row.getString("role")), scopes, source, session);
    }

    private static @Nullable Instant lastUsed(ResultSet row) throws SQLException {
        var at = row.getTimestamp("last_used_at");
        return at == null ? null : at.toInstant();
    }
}
