package ilgam.member.identity.admission;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.identity.account.Admission;
import ilgam.member.identity.account.EmailAddress;
import ilgam.member.identity.account.SignUpGrant;
import ilgam.member.identity.secret.Secret;
import ilgam.member.language.MemberId;
import ilgam.member.language.Role;

import static ilgam.member.identity.admission.AdmissionRefused.Reason.DOMAIN_NOT_ALLOWED;
import static ilgam.member.identity.admission.AdmissionRefused.Reason.INVITATION_EXPIRED;
import static ilgam.member.identity.admission.AdmissionRefused.Reason.INVITATION_NEEDED;
import static ilgam.member.identity.admission.AdmissionRefused.Reason.INVITATION_REPLACED;
import static ilgam.member.identity.admission.AdmissionRefused.Reason.INVITATION_REVOKED;
import static ilgam.member.identity.admission.AdmissionRefused.Reason.INVITATION_UNKNOWN;
import static ilgam.member.identity.admission.AdmissionRefused.Reason.INVITATION_USED;

/** Admits people with an invitation, and otherwise those whom the rule admits. */
@Component
class SignUpPolicy implements Admission {

    private final JdbcClient db;
    private final SignUpRules rules;
    private final Invitations invitations;
    private final Clock clock;

    SignUpPolicy(JdbcClient db, SignUpRules rules, Invitations invitations, Clock clock) {
        this.db = db;
        this.rules = rules;
        this.invitations = invitations;
        this.clock = clock;
    }

    @Override
    public SignUpGrant admit(EmailAddress email, @Nullable Secret invitation) {
        return invitation == null ? byRule(email) : byInvitation(email, invitation);
    }

    private SignUpGrant byRule(EmailAddress email) {
        var rule = rules.inForce();
        return switch (rule.mode()) {
            case OPEN -> new SignUpGrant(Role.MEMBER, null, null, false);
            case INVITATION ->
                throw new AdmissionRefused(
                        INVITATION_NEEDED, "Only invited people can sign up here. Ask a manager for an invitation.");
            case DOMAINS -> {
                if (!rule.admitsDomain(email.key()))
                    throw new AdmissionRefused(
                            DOMAIN_NOT_ALLOWED,
                            "Sign up with an address of the company, or ask a manager for an invitation.");
                yield new SignUpGrant(Role.MEMBER, null, null, false);
            }
        };
    }

    private SignUpGrant byInvitation(EmailAddress email, Secret secret) {
        var found = invitations
                .with(secret)
                .orElseThrow(() -> new AdmissionRefused(INVITATION_UNKNOWN, "There is no such invitation."));
        return switch (found.stateAt(clock.instant())) {
            case OPEN -> {
                var mailedTo = found.email();
                var person = found.memberId();
                yield new SignUpGrant(
                        found.role(),
                        found.id(),
                        person == null ? null : new MemberId(person),
                        mailedTo != null && new EmailAddress(mailedTo).key().equals(email.key()));
            }
            case ACCEPTED, JOINED -> throw used();
            case EXPIRED ->
                throw new AdmissionRefused(INVITATION_EXPIRED, "This invitation has expired. Ask for a new one.");
            case REVOKED ->
                throw new AdmissionRefused(INVITATION_REVOKED, "This invitation was revoked. Ask for a new one.");
            case REPLACED ->
                throw new AdmissionRefused(
                        INVITATION_REPLACED, "A newer invitation replaced this one. Use the link in the latest mail.");
        };
    }

    @Override
    public void use(UUID invitation, MemberId member) {
        var now = Timestamp.from(clock.instant());
        var taken = db.sql("""
                        update invitation set accepted_by = ?, accepted_at = ?
                        where id = ? and accepted_at is null and revoked_at is null and replaced_by is null and expires_at > ?
                        and %s and not %s
                        """.formatted(Invitations.BACKED, Invitations.JOINED))
                .params(member.value(), now, invitation, now)
                .update();
        if (taken == 0) throw used();
    }

    @Override
    public void giveBack(MemberId member) {
        db.sql("update invitation set accepted_by = null, accepted_at = null where accepted_by = ?")
                .param(member.value())
                .update();
    }

    private static AdmissionRefused used() {
        return new AdmissionRefused(INVITATION_USED, "This invitation was already used. Log in, or ask for a new one.");
    }
}
