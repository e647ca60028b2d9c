package ilgam.member.identity.admission;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ilgam.member.identity.account.EmailAddress;
import ilgam.member.language.Role;

/**
 * An invitation as people who may invite see it. The secret in its link is known to its holder only.
 *
 * @param replacedBy the newer invitation to the same address
 * @param joined whether the person with the address became a member in another way meanwhile
 * @param backed whether the inviter is still active and may still invite to this role
 */
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
        @Nullable UUID replacedBy,
        @Nullable UUID acceptedBy,
        @Nullable Instant acceptedAt,
        boolean joined,
        boolean backed) {

    /** The state of an invitation. */
    public enum State {
        OPEN,
        ACCEPTED,
        EXPIRED,
        REVOKED,
        REPLACED,
        JOINED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it matches the given request. When its address was erased, any address matches. */
    boolean matches(NewInvitation wanted) {
        var to = wanted.email();
        var team = wanted.team();
        var person = wanted.person();
        return (email == null
                        ? to == null || mailed
                        : to != null && new EmailAddress(email).key().equals(to.key()))
                && role == wanted.role()
                && Objects.equals(teamId, team == null ? null : team.value())
                && Objects.equals(memberId, person == null ? null : person.value())
                && createdAt.plus(wanted.valid()).equals(expiresAt);
    }

    public State stateAt(Instant now) {
        if (acceptedAt != null) return State.ACCEPTED;
        if (revokedAt != null) return State.REVOKED;
        if (joined) return State.JOINED;
        if (replacedBy != null) return State.REPLACED;
        if (!backed) return State.REVOKED;
        return now.isBefore(expiresAt) ? State.OPEN : State.EXPIRED;
    }
}
