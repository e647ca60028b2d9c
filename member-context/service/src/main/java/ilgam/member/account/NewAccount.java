package ilgam.member.account;

import org.jspecify.annotations.Nullable;

import ilgam.member.profile.DisplayName;
import ilgam.member.profile.HomeZone;
import ilgam.member.profile.Language;

/** What somebody who signs up says. */
public record NewAccount(
        EmailAddress email,
        Password password,
        DisplayName name,
        Language language,
        HomeZone zone,
        @Nullable String setupCode,
        @Nullable String idempotencyKey) {}
