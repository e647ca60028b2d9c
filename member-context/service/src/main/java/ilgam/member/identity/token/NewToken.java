package ilgam.member.identity.token;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import ilgam.member.text.FieldReason;
import ilgam.member.text.Invalid;
import ilgam.member.text.Line;

/** The data of a new token. With no expiry it is valid until it is revoked. */
public record NewToken(String name, Scopes scopes, @Nullable Instant expiresAt) {

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /** The name as a member types it. */
    public static String typedName(@Nullable String name) {
        return Line.upTo(80, name, "A token's name has {least} to {most} characters.")
                .text();
    }

    /** The expiry as a client sends it. */
    public static Instant typedExpiry(Instant expiresAt, Instant now) {
        if (!expiresAt.isAfter(now))
            throw new Invalid(FieldReason.EXPIRES_IN_THE_PAST, "The expiry of a token must be in the future.");
        if (expiresAt.isAfter(LATEST))
            throw new Invalid(
                    FieldReason.EXPIRES_TOO_LATE,
                    "The expiry of a token is too far away. Leave it out for a token that never expires.");
        return expiresAt;
    }
}
