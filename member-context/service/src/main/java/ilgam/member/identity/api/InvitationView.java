package ilgam.member.identity.api;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import ilgam.member.language.Role;

/** An invitation as those who invite see it. */
@Schema(name = "Invitation", description = "An invitation.")
@JsonInclude(JsonInclude.Include.ALWAYS)
record InvitationView(
        @Schema(description = "Its id, a UUID.") UUID id,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Shown this once, unless it is mailed.")
        @Nullable
        String token,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Shown this once, unless it is mailed.")
        @Nullable
        String link,

        @Schema(description = "Where it was mailed; shown to admins and, while it is open, to who invited.") @Nullable
        String email,

        @Schema(description = "What the invited become.") Role role,

        @Schema(description = "The id of the team that they belong to once they signed up; null for none.") @Nullable
        UUID team,

        @Schema(description = "The id of the person whose history they take over; null for somebody new.") @Nullable
        UUID member,

        @Schema(description = "When it was made, ISO 8601.") Instant createdAt,

        @Schema(description = "When it ends, ISO 8601.") Instant expiresAt,
        @Schema(description = "The id of who invited.") UUID createdBy,

        @Schema(description = "The id of the member who signed up with it; null before that.") @Nullable
        UUID acceptedBy,

        @Schema(description = "When that was, ISO 8601; null before that.") @Nullable
        Instant acceptedAt,

        @Schema(
                description = "Whether it still admits somebody, or why not.",
                allowableValues = {"open", "accepted", "expired", "revoked", "replaced", "joined"})
        String state,

        @Schema(description = "Whether its link was mailed.")
        boolean mailed,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Told once: whether an earlier link to the address works no more.")
        @Nullable
        Boolean replacedAnother) {}
