package ilgam.member.identity.token;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ilgam.member.identity.secret.Secret;
import ilgam.member.language.MemberId;

/** The row of an access token; the token itself is known to its holder only. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record AccessToken(
        UUID id,
        byte[] secretHash,
        UUID memberId,
        String name,
        String scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    static AccessToken issued(UUID id, Secret secret, MemberId member, NewToken wanted, Instant now) {
        return new AccessToken(
                id,
                secret.hash(),
                member.value(),
                wanted.name(),
                wanted.scopes().text(),
                now,
                wanted.expiresAt(),
                null);
    }

    boolean isExpiredAt(Instant instant) {
        return expiresAt != null && !instant.isBefore(expiresAt);
    }

    IssuedToken shown() {
        return new IssuedToken(id, name, Scopes.stored(scopes).words(), createdAt, expiresAt, lastUsedAt);
    }
}
