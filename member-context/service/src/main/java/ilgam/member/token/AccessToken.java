package ilgam.member.token;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberId;
import ilgam.member.secret.Secret;

/** The row of an access token; the token itself is known to its holder only. */
@Entity
@Table(name = "access_token")
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class AccessToken {

    @Id
    private UUID id;

    private byte[] secretHash;
    private UUID memberId;
    private String name;
    private String scopes;
    private Instant createdAt;
    private @Nullable Instant expiresAt;
    private @Nullable Instant lastUsedAt;
    private @Nullable Instant revokedAt;

    AccessToken(UUID id, Secret secret, MemberId member, NewToken wanted, Instant now) {
        this.id = id;
        this.secretHash = secret.hash();
        this.memberId = member.value();
        this.name = wanted.name();
        this.scopes = wanted.scopes().text();
        this.createdAt = now;
        this.expiresAt = wanted.expiresAt();
    }

    boolean isExpiredAt(Instant instant) {
        return expiresAt != null && !instant.isBefore(expiresAt);
    }

    void revoke(Instant at) {
        revokedAt = at;
    }

    IssuedToken shown() {
        return new IssuedToken(id, name, Scopes.stored(scopes).words(), createdAt, expiresAt, lastUsedAt);
    }

    AccessToken() {} // Hibernate fills it
}
