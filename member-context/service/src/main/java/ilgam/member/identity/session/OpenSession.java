package ilgam.member.identity.session;

import java.time.Instant;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A session as its member sees it. {@code current} is true for the session of the request. */
@Schema(description = "A session of the caller.")
public record OpenSession(
        @Schema(description = "Its id, a UUID.") UUID id,
        @Schema(description = "When it began, ISO 8601.") Instant createdAt,

        @Schema(description = "When it was used last, ISO 8601.")
        Instant lastUsedAt,

        @Schema(description = "When it ends unless it is used before, ISO 8601.")
        Instant endsAt,

        @Schema(description = "The browser as it names itself; null when it does not.") @Nullable
        String userAgent,

        @Schema(description = "The browser and the system in words.")
        String device,

        @Schema(description = "The IP address that used it last; null when unknown.") @Nullable
        String address,

        @Schema(description = "Whether this request came with it.")
        boolean current) {}
