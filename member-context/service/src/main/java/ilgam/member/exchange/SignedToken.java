package ilgam.member.exchange;

import java.time.Instant;

/** The token that services trust, and until when. */
public record SignedToken(String jwt, Instant expiresAt) {}
