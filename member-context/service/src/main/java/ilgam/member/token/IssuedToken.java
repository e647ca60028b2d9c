package ilgam.member.token;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ilgam.starter.text.WordsOf;

/** A token as its member sees it in a list, without the secret. */
public record IssuedToken(
        UUID id,
        String name,
        @WordsOf(Scope.class) List<String> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {}
