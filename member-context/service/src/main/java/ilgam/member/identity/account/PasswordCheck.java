package ilgam.member.identity.account;

import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.identity.audit.Client;
import ilgam.member.language.MemberId;

/**
 * Finds whom an e-mail address and a password belong to. An unknown address costs the same time and gets the same
 * answer as a wrong password, so that nobody learns who has an account.
 */
@Component
public class PasswordCheck {

    private record Known(UUID memberId, String passwordHash, boolean active) {

        Proof proof() {
            return new Proof(new MemberId(memberId), passwordHash, active);
        }
    }

    /** A member who showed the right password, the hash it was checked against, and whether the member is active. */
    public record Proof(MemberId member, String passwordHash, boolean active) {

        @Override
        public String toString() {
            return "Proof of " + member;
        }
    }

    private final JdbcClient db;
    private final PasswordHashing hashing;
    private final PasswordAttempts attempts;

    PasswordCheck(JdbcClient db, PasswordHashing hashing, PasswordAttempts attempts) {
        this.db = db;
        this.hashing = hashing;
        this.attempts = attempts;
    }

    /** The member with this address and password, even a deactivated one. Refuses after too many wrong passwords. */
    public Optional<Proof> whoHas(String email, Password password, Client client) {
        var key = EmailAddress.keyOf(email);
        var network = Network.of(client);
        network.ifPresent(attempts::count);
        attempts.count(key);
        var known = find(key);
        if (!matches(password, known, key, network)) return Optional.empty();
        attempts.clear(key);
        network.map(Network::key).ifPresent(attempts::takeBack);
        return known.flatMap(found -> hashing.isOutdated(found.passwordHash())
                ? strengthen(found, password, key)
                : Optional.of(found.proof()));
    }

    /**
     * Whether the password is still the one that was shown and its member still active. A row lock keeps this true
     * until the transaction ends: a new password waits, and then also ends the session that was begun with the old one.
     */
    public boolean holds(Proof proof) {
        return db.sql("""
                        select c.member_id from credentials c join member m on m.id = c.member_id
                        where c.member_id = ? and c.password_hash = ? and m.active
                        for share
                        """)
                .params(proof.member().value(), proof.passwordHash())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** The member with this address. Only for callers who may know. */
    public Optional<MemberId> ownerOf(String email) {
        return find(EmailAddress.keyOf(email)).map(known -> new MemberId(known.memberId()));
    }

    private boolean matches(Password password, Optional<Known> known, String key, Optional<Network> network) {
        try {
            return hashing.matches(password, known.map(Known::passwordHash).orElse(null));
        } catch (AccountRefused busy) {
            attempts.takeBack(key);
            network.map(Network::key).ifPresent(attempts::takeBack);
            throw busy;
        }
    }

    private Optional<Known> find(String emailKey) {
        return db.sql("""
                        select c.member_id, c.password_hash, m.active
                        from account a
                        join credentials c on c.member_id = a.member_id
                        join member m on m.id = a.member_id
                        where a.email_key = ? and m.account
                        """).param(emailKey).query(Known.class).optional();
    }

    /** Replaces a hash with weaker parameters. Of two concurrent log-ins, the second finds the hash of the first. */
    private Optional<Proof> strengthen(Known known, Password password, String emailKey) {
        var stronger = new Known(known.memberId(), hashing.hash(password), known.active());
        var replaced = db.sql("update credentials set password_hash = ? where member_id = ? and password_hash = ?")
                .params(stronger.passwordHash(), known.memberId(), known.passwordHash())
                .update();
        if (replaced == 1) return Optional.of(stronger.proof());
        return find(emailKey)
                .filter(now -> hashing.matches(password, now.passwordHash()))
                .map(Known::proof);
    }
}
