package ilgam.member.api;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
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

import ilgam.member.identity.account.EmailAddress;
import ilgam.member.identity.admission.AdmissionRefused;
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
import ilgam.member.language.TeamId;
import ilgam.member.people.profile.Language;
import ilgam.member.text.FieldReason;
import ilgam.member.text.Invalid;
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

    @Schema(description = "Whom to invite.", example = """
            {"email": "lin@example.com", "role": "MEMBER", "expiresInDays": 14}""")
    record InvitationBody(
            @Schema(description = "Where the link is mailed; without one the link is answered, this once.") @Nullable
            String email,

            @Schema(description = "What they become; MEMBER unless given.") @Nullable
            Role role,

            @Schema(description = "The team that they belong to once they signed up.") @Nullable
            UUID team,

            @Schema(description = "A person known from an import, whose history they take over.") @Nullable
            UUID member,

            @Schema(description = "The language of the mail, yours if not given.", example = "ko") @Nullable
            String locale,

            @Schema(description = "1 to 90, 7 if not given.") @Nullable
            Integer expiresInDays) {}

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

            @Schema(description = "Where it was mailed; shown to admins and, while it is open, to who invited.")
            @Nullable
            String email,

            @Schema(description = "What the invited become.")
            Role role,

            @Schema(description = "The id of the team that they belong to once they signed up; null for none.")
            @Nullable
            UUID team,

            @Schema(description = "The id of the person whose history they take over; null for somebody new.") @Nullable
            UUID member,

            @Schema(description = "When it was made, ISO 8601.")
            Instant createdAt,

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

    private static final int MOST_DAYS = 90;

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
        var form = new Form();
        var typed = body.email();
        var email = typed == null ? null : form.read("/email", () -> EmailAddress.typed(typed));
        var days = form.read("/expiresInDays", () -> days(body.expiresInDays()));
        var locale = body.locale();
        var language = locale == null ? null : form.read("/locale", () -> Language.typed(locale));
        form.mustBeSound();
        var role = body.role() == null ? Role.MEMBER : body.role();
        if (role != Role.MEMBER) Operators.mustBe(caller, "Only an admin can invite somebody to a role above member.");
        var secret = key == null ? Secret.fresh("") : secrets.of("invitation", caller.member() + " " + key);
        var wanted = new NewInvitation(
                email == null ? null : email.value(),
                role,
                body.team() == null ? null : new TeamId(body.team()),
                body.member() == null ? null : new MemberId(body.member()),
                days.value(),
                language == null ? null : language.value());
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

    @GetMapping("/by-token/{token}")
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

    private @Nullable String nameOf(@Nullable UUID person) {
        return person == null ? null : people.nameOf(new MemberId(person));
    }

    private static Duration days(@Nullable Integer days) {
        int wanted = days == null ? 7 : days;
        if (wanted < 1 || wanted > MOST_DAYS)
            throw new Invalid(
                    FieldReason.INVITATION_DAYS,
                    "An invitation is valid for {least} to {most} days.",
                    Map.of("least", 1, "most", MOST_DAYS));
        return Duration.ofDays(wanted);
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
