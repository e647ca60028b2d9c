package ilgam.member.identity.admission;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import ilgam.member.identity.account.Addresses;
import ilgam.member.identity.account.EmailAddress;
import ilgam.member.identity.audit.Audit;
import ilgam.member.identity.audit.Client;
import ilgam.member.identity.audit.SecurityEventType;
import ilgam.member.identity.secret.Secret;
import ilgam.member.language.MemberId;
import ilgam.member.people.privacy.ErasureSubject;
import ilgam.member.people.privacy.PersonalDataEraser;
import ilgam.starter.ids.Ids;
import ilgam.starter.security.Caller;

import static ilgam.member.identity.admission.AdmissionRefused.Reason.IDEMPOTENCY_KEY_REUSED;

/** The invitations: created, listed, shown to holders of the link, revoked. */
@Component
public class Invitations implements PersonalDataEraser {

    /** Whether the inviter may still invite to this role. An invitation ends with its inviter's rights. */
    static final String BACKED = """
            exists (select from member maker where maker.id = invitation.created_by and maker.active
                    and (maker.role = 'ADMIN' or maker.role = 'MANAGER' and invitation.role = 'MEMBER'))
            """;

    /**
     * Whether the person with the address became a member in another way: by themselves, or by another invitation to
     * the address.
     */
    static final String JOINED = """
            (exists (select from account join member on member.id = account.member_id
                     where account.email_key = invitation.email_key and member.account)
             or exists (select from invitation other where other.email_key = invitation.email_key
                        and other.id <> invitation.id and other.accepted_at > invitation.created_at))
            """;

    private static final String ALL = """
            select id, email, role, team_id, member_id, mailed, created_by, created_at, expires_at, revoked_at,
                   replaced_by, accepted_by, accepted_at, %s as joined, %s as backed
            from invitation
            """.formatted(JOINED, BACKED);

    private final JdbcClient db;
    private final Addresses addresses;
    private final InvitationMails letters;
    private final Audit audit;
    private final Clock clock;

    Invitations(JdbcClient db, Addresses addresses, InvitationMails letters, Audit audit, Clock clock) {
        this.db = db;
        this.addresses = addresses;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
    }

    /** The invitation that has this secret already, if the request is a repeat. Refuses a repeat with other data. */
    public Optional<Invitation> repeated(NewInvitation wanted, Secret secret) {
        return with(secret).map(earlier -> theSame(earlier, wanted));
    }

    /**
     * Invites a person. With an address, the link is mailed and replaces earlier invitations to that address. Refuses
     * an address that has an account. Of several concurrent requests with the same secret, the first creates the
     * invitation and all get it.
     */
    @Transactional
    public Invitation invite(NewInvitation wanted, Secret secret, Caller inviter, Client client) {
        var by = new MemberId(inviter.member());
        var email = wanted.email();
        if (email != null) mustBeFree(email);
        var id = Ids.next();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var until = now.plus(wanted.valid());
        var team = wanted.team();
        var person = wanted.person();
        var made = db.sql("""
                        insert into invitation (id, secret_hash, email, email_key, role, team_id, member_id, mailed, created_by,
                                                created_at, expires_at)
                        values (:id, :hash, :email, :email_key, :role, :team, :person, :mailed, :by, :now, :until)
                        on conflict (secret_hash) do nothing
                        """)
                .param("id", id)
                .param("hash", secret.hash())
                .param("email", email == null ? null : email.text(), Types.VARCHAR)
                .param("email_key", email == null ? null : email.key(), Types.VARCHAR)
                .param("role", wanted.role().name())
                .param("team", team == null ? null : team.value(), Types.OTHER)
                .param("person", person == null ? null : person.value(), Types.OTHER)
                .param("mailed", email != null)
                .param("by", by.value())
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .update();
        if (made == 0) return repeated(wanted, secret).orElseThrow();
        if (email != null) {
            replaceEarlier(email, id, inviter);
            letters.send(email, wanted, secret, by, until);
        }
        audit.record(SecurityEventType.INVITED, by, by, id, client);
        return withId(id).orElseThrow();
    }

    /** Locks the address, so that of two concurrent invitations to it the later one sees the earlier one. */
    private void mustBeFree(EmailAddress email) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(?, 3))")
                .param(email.key())
                .query()
                .singleRow();
        addresses.mustBeFree(email);
    }

    /**
     * Only the newest link works, except that an inviter who is no admin cannot replace an invitation that only an
     * admin could revoke.
     */
    private void replaceEarlier(EmailAddress email, UUID newer, Caller inviter) {
        db.sql("""
                        update invitation set replaced_by = :newer
                        where email_key = :key and id <> :newer
                        and accepted_at is null and revoked_at is null and replaced_by is null
                        and (role = 'MEMBER'
                             or :administers and exists (select from member where id = :by and role = 'ADMIN'))
                        """)
                .param("newer", newer)
                .param("key", email.key())
                .param("by", inviter.member())
                .param("administers", inviter.is("ADMIN"))
                .update();
    }

    /** Whether this invitation replaced an earlier one to the same address. */
    public boolean replacedAnother(Invitation newer) {
        return db.sql("select exists (select from invitation where replaced_by = ?)")
                .param(newer.id())
                .query(Boolean.class)
                .single();
    }

    private static Invitation theSame(Invitation earlier, NewInvitation wanted) {
        if (!earlier.matches(wanted))
            throw new AdmissionRefused(
                    IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key was already used for a different request. Please use a new one.");
        return earlier;
    }

    /** The latest first, starting after the id {@code after}; ids grow with time. */
    public List<Invitation> latest(@Nullable UUID after, int limit) {
        return db.sql(ALL + " where cast(:after as uuid) is null or id < :after order by id desc limit :limit")
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query(Invitation.class)
                .list();
    }

    public Optional<Invitation> with(Secret secret) {
        return db.sql(ALL + " where secret_hash = ?")
                .param(secret.hash())
                .query(Invitation.class)
                .optional();
    }

    public Optional<Invitation> withId(UUID id) {
        return db.sql(ALL + " where id = ?").param(id).query(Invitation.class).optional();
    }

    /** Revokes an open invitation; a closed one stays as it is. */
    @Transactional
    public void revoke(UUID id, MemberId by, Client client) {
        var revoked = db.sql(
                        "update invitation set revoked_at = ? where id = ? and revoked_at is null and replaced_by is null and accepted_at is null")
                .params(Timestamp.from(clock.instant()), id)
                .update();
        if (revoked == 1) audit.record(SecurityEventType.INVITATION_REVOKED, by, by, id, client);
    }

    @Override
    public Set<String> addressesOf(MemberId member) {
        return db.sql("""
                        select email_key from invitation
                        where email_key is not null and (accepted_by = :member or member_id = :member)
                        """).param("member", member.value()).query(String.class).set();
    }

    @Override
    public void erase(ErasureSubject subject) {
        db.sql("update invitation set email = null, email_key = null where email_key = any (?)")
                .param(subject.addresses().toArray(String[]::new))
                .update();
    }
}
