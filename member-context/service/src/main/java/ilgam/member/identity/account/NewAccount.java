package ilgam.member.identity.account;

import org.jspecify.annotations.Nullable;

import ilgam.member.identity.secret.Secret;
import ilgam.member.people.profile.DisplayName;
import ilgam.member.people.profile.HomeZone;
import ilgam.member.people.profile.Language;

/** The data of a sign-up. */
public record NewAccount(
        EmailAddress email,
        Password password,
        DisplayName name,
        Language language,
        HomeZone zone,
        @Nullable String setupCode,
        @Nullable String idempotencyKey,
        @Nullable Secret invitation) {

    /** A sign-up without an invitation. */
    public NewAccount(
            EmailAddress email,
            Password password,
            DisplayName name,
            Language language,
            HomeZone zone,
            @Nullable String setupCode,
            @Nullable String idempotencyKey) {
        this(email, password, name, language, zone, setupCode, idempotencyKey, null);
    }

    /** A digest of the client's idempotency key, which identifies a repeat of this sign-up. */
    byte @Nullable [] signUpKey() {
        return idempotencyKey == null ? null : Secret.sha256(idempotencyKey);
    }

    /** A digest of everything but the password, which a repeat must match. */
    byte[] signUpBody() {
        var invited = invitation == null ? "" : invitation.text();
        return Secret.sha256(String.join("\n", email.key(), name.text(), language.tag(), zone.name(), invited));
    }

    @Override
    public String toString() {
        return "NewAccount";
    }
}
