package ilgam.member.session;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A session as its member sees it. {@code current} is true for the session of the request. */
public record OpenSession(
        UUID id,
        Instant createdAt,
        Instant lastUsedAt,
        Instant endsAt,
        @Nullable String userAgent,
        String device,
        @Nullable String address,
        boolean current) {}
