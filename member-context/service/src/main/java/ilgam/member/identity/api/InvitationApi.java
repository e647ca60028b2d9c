package ilgam.member.identity.api;

import java.net.URI;
import java.time.Clock;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import ilgam.member.identity.admission.Invitation;
import ilgam.member.identity.admission.Invitation.State;
import ilgam.member.identity.admission.Invitations;
import ilgam.member.identity.admission.NewInvitation;
import ilgam.member.identity.mail.MailSettings;
import ilgam.member.identity.mail.MailTemplate;
import ilgam.member.identity.secret.DerivedSecrets;
import ilgam.member.identity.secret.Secret;
import ilgam.member.language.MemberId;
import ilgam.member.language.Role;
import ilgam.member.people.api.TeamService;
import ilgam.member.web.NotFound;
import ilgam.starter.openapi.Refuses;
import ilgam.starter.refusal.CommonReason;
import ilgam.starter.security.Caller;
import ilgam.starter.security.Operators;
import ilgam.starter.web.Cursor;
import ilgam.starter.web.Limits;
import ilgam.starter.web.Page;
import ilgam.starter.web.Refused;

/** Invitations to sign up. */
@RestController
@RequestMapping("/api/invitations")
@Tag(name = "Invitations")
class InvitationApi {

    private final Invitations invitations;
    private final DerivedSecrets secrets;
    private final MailSettings mail;
    private final TeamService teams;
    private final KnownPeople people;
    private final ClientInfoReader clients;
    private final Clock clock;

    InvitationApi(
            Invitations invitations,
            DerivedSecrets secrets,
            MailSettings mail,
            TeamService teams,
            KnownPeople people,
            ClientInfoReader clients,
            Clock clock) {
        this.teams = teams;
        this.people = people;
        this.invitations = invitations;
        this.secrets = secrets;
        this.mail = mail;
        this.clients = clients;
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "invite",
            summary = "Invite somebody",
            description = "For managers and admins; only an admin invites somebody as more than a member. With an"
                    + " address the link is mailed there and shown to nobody; an earlier link that was sent there"
                    + " works no more then. Without one it is shown, this once.")
    @Refuses({
        "403 role scope",
        "404 not-found",
        "409 email-taken not-a-known-person deactivated",
        "422 idempotency-key-reused"
    })
    ResponseEntity<InvitationView> invite(
            @RequestBody InvitationBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller,
            HttpServletRequest request) {
        mustInvite(caller);
        var wanted = body.wanted();
        if (wanted.role() != Role.MEMBER)
            Operators.mustBe(caller, "Only an admin can invite somebody to a role above member.");
        var secret = key == null ? Secret.fresh("") : secrets.of("invitation", caller.member() + " " + key);
        var made = invitations.repeated(wanted, secret).orElseGet(() -> {
            mustBeThere(wanted, caller);
            return invitations.invite(
                    wanted, secret, caller, clients.of(request).client());
        });
        return ResponseEntity.created(URI.create("/api/invitations/" + made.id()))
                .header("Cache-Control", "no-store")
                .body(view(made, secret, caller));
    }

    @GetMapping
    @Operation(
            operationId = "listInvitations",
            summary = "The invitations, the latest first",
            description = "For managers and admins. Answers every invitation with its state; one that admits nobody any"
                    + " more is kept for 90 days, unless set otherwise.")
    @Refuses("403 role")
    Page<InvitationView> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        mustInvite(caller);
        int most = Limits.limit(limit);
        var found = invitations.latest(cursor == null ? null : place(cursor), most + 1);
        var shown = found.subList(0, Math.min(most, found.size()));
        var next = found.size() > most ? Cursor.encode(shown.getLast().id()) : null;
        return new Page<>(shown.stream().map(each -> view(each, null, caller)).toList(), next, null);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "revokeInvitation",
            summary = "Take an invitation back",
            description = "For managers and admins; one to be more than a member is an admin's to take back. Its link"
                    + " works no more.")
    @Refuses("403 role scope")
    void revoke(@PathVariable UUID id, Caller caller, HttpServletRequest request) {
        mustInvite(caller);
        var found = invitations.withId(id).orElseThrow(() -> NotFound.because("There is no invitation with this id."));
        if (found.role() != Role.MEMBER)
            Operators.mustBe(caller, "Only an admin can revoke an invitation to a role above member.");
        invitations.revoke(
                id, new MemberId(caller.member()), clients.of(request).client());
    }

    private InvitationView view(Invitation it, @Nullable Secret secret, Caller caller) {
        var state = it.stateAt(clock.instant());
        var knowsWhom = caller.is("ADMIN") || (it.createdBy().equals(caller.member()) && state == State.OPEN);
        var shown = it.mailed() ? null : secret;
        return new InvitationView(
                it.id(),
                shown == null ? null : shown.text(),
                shown == null ? null : mail.link(MailTemplate.INVITATION, shown),
                knowsWhom ? it.email() : null,
                it.role(),
                it.teamId(),
                it.memberId(),
                it.createdAt(),
                it.expiresAt(),
                it.createdBy(),
                it.acceptedBy(),
                it.acceptedAt(),
                state.word(),
                it.mailed(),
                secret == null ? null : invitations.replacedAnother(it));
    }

    private void mustBeThere(NewInvitation wanted, Caller caller) {
        var team = wanted.team();
        var person = wanted.person();
        if (team != null) teams.find(team, caller);
        if (person != null) people.mustBeClaimable(person);
    }

    private static UUID place(String cursor) {
        try {
            return UUID.fromString(String.valueOf(Cursor.decode(cursor, 1).getFirst()));
        } catch (IllegalArgumentException notAnId) {
            throw Cursor.malformed();
        }
    }

    private static void mustInvite(Caller caller) {
        if (!caller.is("MANAGER", "ADMIN"))
            throw new Refused(HttpStatus.FORBIDDEN, CommonReason.ROLE, "Only managers and admins can invite people.");
    }
}
