package ilgam.member.account;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

import ilgam.member.language.Role;
import ilgam.member.secret.Secret;

/** Whose e-mail address it is. Pending until the member is registered. */
@Entity
@Table(name = "account")
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class Account {

    @Id
    private UUID memberId;

    private String email;
    private String emailKey;

    @Enumerated(EnumType.STRING)
    private Role role;

    private boolean confirmed;
    private Instant createdAt;
    private byte @Nullable [] signUpKey;

    Account(UUID memberId, NewAccount wanted, Role role, Instant createdAt) {
        this.memberId = memberId;
        this.email = wanted.email().text();
        this.emailKey = wanted.email().key();
        this.signUpKey = digest(wanted.idempotencyKey());
        this.role = role;
        this.createdAt = createdAt;
    }

    UUID memberId() {
        return memberId;
    }

    String email() {
        return email;
    }

    Role role() {
        return role;
    }

    /** Still pending, and for longer than a sign-up takes: its process may have died. */
    boolean isStrandedAt(Instant instant) {
        return !confirmed && createdAt.isBefore(instant);
    }

    /** Made by a sign-up with the same idempotency key. */
    boolean wasMadeBy(NewAccount wanted) {
        return signUpKey != null && Arrays.equals(signUpKey, digest(wanted.idempotencyKey()));
    }

    private static byte @Nullable [] digest(@Nullable String key) {
        return key == null ? null : Secret.sha256(key);
    }

    Account() {} // Hibernate fills it
}
