package ilgam.member.exchange;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ilgam.member.language.Role;

/** Whom a secret stands for just now. */
record Bearer(
        UUID memberId,
        Role role,
        String scopes,
        String source,
        @Nullable UUID session) {}
