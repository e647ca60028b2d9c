package ilgam.member.account;

import org.jspecify.annotations.Nullable;

import ilgam.member.profile.DisplayName;
import ilgam.member.profile.HomeZone;
import ilgam.member.profile.Language;
import ilgam.member.secret.Secret;

/** What somebody who signs up says. */
public record NewAccount(
        EmailAddress email,
        Password password,
        DisplayName name,
        Language language,
        HomeZone zone,
        @Nullable String setupCode,
        @Nullable String idempotencyKey,
        @Nullable Secret invitation) {

    /** Somebody who was not invited. */
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

    /** By what a repeat of this sign-up is known: a digest of the key that the client gave it. */
    byte @Nullable [] signUpKey() {
        return idempotencyKey == null ? null : Secret.sha256(idempotencyKey);
    }

    /** What a repeat says, too: a digest of everything but the password. */
    byte[] signUpBody() {
        var invited = invitation == null ? "" : invitation.text();
        return Secret.sha256(String.join("\n", email.key(), name.text(), language.tag(), zone.name(), invited));
    }

    @Override
    public String toString() {
        return "NewAccount";
    }
}
