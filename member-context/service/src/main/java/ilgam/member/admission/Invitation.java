package ilgam.member.admission;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ilgam.member.language.Role;

/** An invitation as those see it who may invite. The secret in its link is known to its holder only. */
public record Invitation(
        UUID id,
        @Nullable String email,
        Role role,
        @Nullable UUID teamId,
        @Nullable UUID memberId,
        boolean mailed,
        UUID createdBy,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable UUID acceptedBy,
        @Nullable Instant acceptedAt) {

    /** What can still become of it. */
    public enum State {
        OPEN,
        ACCEPTED,
        EXPIRED,
        REVOKED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public State stateAt(Instant now) {
        if (acceptedAt != null) return State.ACCEPTED;
        if (revokedAt != null) return State.REVOKED;
        return now.isBefore(expiresAt) ? State.OPEN : State.EXPIRED;
    }
}
