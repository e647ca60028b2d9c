package ilgam.member.identity.api;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ilgam.member.identity.admission.AdmissionRefused;
import ilgam.member.identity.admission.Invitations;
import ilgam.member.identity.secret.Secret;
import ilgam.member.language.MemberId;
import ilgam.starter.openapi.Refuses;
import ilgam.starter.web.Refused;

/** What the link of an invitation is good for, for everybody who has it. */
@RestController
@RequestMapping("/api/invitations/by-token/{token}")
@Tag(name = "Invitations")
class InvitationLinkApi {

    @Schema(name = "InvitationByLink", description = "What a link invites to.")
    record InvitedView(
            @Schema(description = "The address that signs up; null for any.") @Nullable
            String email,

            @Schema(description = "As whom an import knows them; null for somebody new.") @Nullable
            String displayName,

            @Schema(description = "Who invites, by the name that they have now; null when they left or were erased.")
            @Nullable
            String inviter,

            @Schema(
                    description = "Whether it still admits somebody, or why not.",
                    allowableValues = {"open", "accepted", "expired", "revoked", "replaced", "joined"})
            String state,

            @Schema(description = "When it ends, ISO 8601.") Instant expiresAt) {}

    private final Invitations invitations;
    private final KnownPeople people;
    private final Clock clock;

    InvitationLinkApi(Invitations invitations, KnownPeople people, Clock clock) {
        this.invitations = invitations;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            operationId = "showInvitation",
            summary = "What a link invites to",
            description = "For everybody who has the link. Tells who invites and whether the link still works.")
    @Refuses("404 invitation-unknown")
    InvitedView show(@Parameter(description = "The secret of the link.") @PathVariable String token) {
        var found = invitations
                .with(new Secret(token))
                .orElseThrow(() -> new Refused(
                        HttpStatus.NOT_FOUND,
                        AdmissionRefused.Reason.INVITATION_UNKNOWN,
                        "There is no such invitation."));
        return new InvitedView(
                found.email(),
                nameOf(found.memberId()),
                people.nameOfWhoIsHere(new MemberId(found.createdBy())),
                found.stateAt(clock.instant()).word(),
                found.expiresAt());
    }

    private @Nullable String nameOf(@Nullable UUID person) {
        return person == null ? null : people.nameOf(new MemberId(person));
    }
}
