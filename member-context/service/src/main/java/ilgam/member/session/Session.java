package ilgam.member.session;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

import ilgam.member.audit.Client;
import ilgam.member.language.MemberId;
import ilgam.member.secret.Secret;

/** One device or browser where a member is logged in. */
@Entity
@Table(name = "session")
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class Session {

    static final Duration LONGEST = Duration.ofDays(30);
    static final Duration LONGEST_IDLE = Duration.ofDays(14);

    @Id
    private UUID id;

    private byte[] secretHash;
    private UUID memberId;
    private Instant createdAt;
    private Instant lastUsedAt;
    private Instant endsAt;
    private @Nullable String userAgent;
    private @Nullable String address;

    Session(UUID id, Secret secret, MemberId member, Client client, Instant now) {
        this.id = id;
        this.secretHash = secret.hash();
        this.memberId = member.value();
        this.createdAt = now;
        this.lastUsedAt = now;
        this.endsAt = now.plus(LONGEST);
        this.userAgent = client.userAgent();
        this.address = client.address();
    }

    boolean isOpenAt(Instant instant) {
        return instant.isBefore(endsAt) && instant.isBefore(lastUsedAt.plus(LONGEST_IDLE));
    }

    OpenSession shownTo(@Nullable UUID current) {
        return new OpenSession(
                id, createdAt, lastUsedAt, endsAt, userAgent, Client.deviceOf(userAgent), address, id.equals(current));
    }

    Session() {} // Hibernate fills it
}
