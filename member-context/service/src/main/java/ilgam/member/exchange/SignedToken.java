package ilgam.member.exchange;

import java.time.Instant;

import io.swagger.v3.oas.annotations.media.Schema;

/** The token that services trust, and until when. */
@Schema(requiredProperties = {"jwt", "expiresAt"})
public record SignedToken(String jwt, Instant expiresAt) {}
