package ilgam.member.account;

import java.util.Arrays;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

import ilgam.member.language.Role;

/** Whose e-mail address it is. It counts once its reservation is confirmed. */
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

    private byte @Nullable [] signUpKey;

    UUID memberId() {
        return memberId;
    }

    String email() {
        return email;
    }

    Role role() {
        return role;
    }

    /** Made by a sign-up with the same idempotency key. */
    boolean wasMadeBy(NewAccount wanted) {
        return signUpKey != null && Arrays.equals(signUpKey, wanted.signUpKey());
    }

    Account() {} // Hibernate fills it
}
