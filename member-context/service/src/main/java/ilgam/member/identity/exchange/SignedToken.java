package ilgam.member.identity.exchange;

import java.time.Instant;

/** A token that services accept, and its expiry. */
public record SignedToken(String jwt, Instant expiresAt) {}
