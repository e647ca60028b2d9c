package ilgam.member.identity.audit;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A recorded event of an account.
 *
 * @param addressee of an invitation
 */
public record SecurityEvent(
        long id,
        Instant at,
        String what,
        @Nullable UUID memberId,
        @Nullable UUID actor,
        @Nullable String address,
        @Nullable String userAgent,
        @Nullable String was,
        @Nullable String became,
        @Nullable String addressee) {}
