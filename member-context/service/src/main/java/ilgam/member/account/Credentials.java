package ilgam.member.account;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What a member proves themselves with. */
@Entity
@Table(name = "credentials")
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class Credentials {

    @Id
    private UUID memberId;

    private String passwordHash;
    private Instant changedAt;

    Credentials(UUID memberId, String passwordHash, Instant changedAt) {
        this.memberId = memberId;
        this.passwordHash = passwordHash;
        this.changedAt = changedAt;
    }

    String passwordHash() {
        return passwordHash;
    }

    Credentials() {} // Hibernate fills it
}
