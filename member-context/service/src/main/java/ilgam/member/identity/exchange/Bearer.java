package ilgam.member.identity.exchange;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ilgam.member.language.Role;

/** The member behind a session or token, as of now. */
record Bearer(
        UUID memberId,
        Role role,
        String scopes,
        String source,
        @Nullable UUID session) {}
