package ilgam.member.identity.token;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import ilgam.starter.text.WordsOf;

/** A token as its member sees it in a list, without the secret. */
@Schema(description = "An access token of the caller, without the token.")
public record IssuedToken(
        @Schema(description = "Its id, a UUID.") UUID id,
        @Schema(description = "What it is for.") String name,

        @Schema(description = "What it may do.") @WordsOf(Scope.class)
        List<String> scopes,

        @Schema(description = "When it was issued, ISO 8601.")
        Instant createdAt,

        @Schema(description = "When it ends, ISO 8601; null when it does not.") @Nullable
        Instant expiresAt,

        @Schema(description = "When it was used last, ISO 8601; null before that.") @Nullable
        Instant lastUsedAt) {}
