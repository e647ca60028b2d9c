package ilgam.member.identity.session;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ilgam.member.identity.audit.Client;
import ilgam.member.identity.secret.Secret;
import ilgam.member.language.MemberId;

/** The row of a session on one device or browser; its secret is known to that device only. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Session(
        UUID id,
        byte[] secretHash,
        UUID memberId,
        Instant createdAt,
        Instant lastUsedAt,
        Instant endsAt,
        @Nullable String userAgent,
        @Nullable String address) {

    static final Duration LONGEST = Duration.ofDays(30);
    static final Duration LONGEST_IDLE = Duration.ofDays(14);

    static Session begun(UUID id, Secret secret, MemberId member, Client client, Instant now) {
        return new Session(
                id, secret.hash(), member.value(), now, now, now.plus(LONGEST), client.userAgent(), client.address());
    }

    boolean isOpenAt(Instant instant) {
        return instant.isBefore(endsAt) && instant.isBefore(lastUsedAt.plus(LONGEST_IDLE));
    }

    OpenSession shownTo(@Nullable UUID current) {
        return new OpenSession(
                id, createdAt, lastUsedAt, endsAt, userAgent, Client.deviceOf(userAgent), address, id.equals(current));
    }
}
