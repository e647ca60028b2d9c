package ilgam.member.api;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import ilgam.member.identity.account.EmailAddress;
import ilgam.member.identity.account.NewAccount;
import ilgam.member.identity.account.Password;
import ilgam.member.identity.account.SignUp;
import ilgam.member.identity.administration.GiveRole;
import ilgam.member.identity.secret.Secret;
import ilgam.member.language.MemberId;
import ilgam.member.language.Role;
import ilgam.member.people.directory.Sought;
import ilgam.member.people.profile.DisplayName;
import ilgam.member.people.profile.HomeZone;
import ilgam.member.people.profile.Language;
import ilgam.member.people.profile.NameSearch;
import ilgam.starter.openapi.Refuses;
import ilgam.starter.security.Caller;
import ilgam.starter.security.Operators;
import ilgam.starter.text.Verbatim;
import ilgam.starter.web.ETags;
import ilgam.starter.web.Page;

/** Sign-up, the directory, and the roles of members. */
@RestController
@RequestMapping("/api/members")
@Tag(name = "Members")
class MemberApi {

    @Schema(
            requiredProperties = {"email", "password", "displayName"},
            description = "An account to make.",
            example = """
            {"email": "ada@example.com", "password": "correct horse battery", "displayName": "Ada", "locale": "ko", "timeZone": "Asia/Seoul"}""")
    record SignUpBody(
            @Schema(description = "The address to log in with.") @Nullable
            String email,

            @Schema(description = "10 to 200 characters.") @Verbatim @Nullable
            String password,

            @Schema(description = "What others see, 1 to 100 characters.") @Nullable
            String displayName,

            @Schema(description = "The language of mails, such as ko; left out, the company's.") @Nullable
            String locale,

            @Schema(description = "An IANA time zone, such as Asia/Seoul; left out, UTC.") @Nullable
            String timeZone,

            @Schema(description = "The secret of an invitation's link.") @Nullable
            String invitation,

            @Schema(description = "Asked of the first member when others can reach the host.") @Nullable
            String setupCode) {}

    @Schema(requiredProperties = "role", description = "A role to give.", example = """
            {"role": "MANAGER"}""")
    record RoleBody(
            @Schema(description = "What the member may do.") @Nullable
            Role role) {}

    private final SignUp signUp;
    private final GiveRole giveRole;
    private final Entries entries;
    private final ClientInfoReader clients;

    MemberApi(SignUp signUp, GiveRole giveRole, Entries entries, ClientInfoReader clients) {
        this.clients = clients;
        this.signUp = signUp;
        this.giveRole = giveRole;
        this.entries = entries;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "signUp",
            summary = "Sign up",
            description = "For everybody whom the rule of sign-up admits. The very first member becomes admin. Signing"
                    + " up does not log in; where a mail server is set, the address is to be confirmed first.")
    @Refuses({
        "403 setup-code invitation-needed domain-not-allowed",
        "404 invitation-unknown",
        "409 email-taken invitation-used has-account",
        "410 history-taken invitation-expired invitation-revoked invitation-replaced",
        "422 idempotency-key-reused",
        "429 too-many-attempts",
        "503 busy"
    })
    ResponseEntity<MemberView> signUp(
            @RequestBody SignUpBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request) {
        var member = signUp.signUp(wanted(body, key), clients.of(request).client());
        var entry = entries.one(member);
        return ResponseEntity.created(URI.create("/api/members/" + member))
                .eTag(ETags.of(entry.version()))
                .body(MemberView.ofOneself(entry));
    }

    @GetMapping
    @Operation(
            operationId = "listMembers",
            summary = "The directory, in the order of names",
            description = "Every member sees it; e-mail addresses are shown to admins alone. With ids it answers"
                    + " exactly those persons, at most 200, former ones too.")
    @Refuses("400 invalid")
    Page<MemberView> list(
            @Schema(description = "A part of the name; a Korean consonant stands for any syllable that begins with it.")
                    @RequestParam(required = false)
                    @Nullable
                    String q,
            @Parameter(description = "The ids of persons, repeated or with commas between, at most 200.")
                    @RequestParam(required = false)
                    @Nullable
                    List<UUID> ids,
            @Schema(description = "False for those who left.") @RequestParam(defaultValue = "true") boolean active,
            @Schema(description = "False for persons known from an import only, true for everybody else.")
                    @RequestParam(required = false)
                    @Nullable
                    Boolean account,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(defaultValue = "false") boolean count,
            Caller caller) {
        var sought = new Sought(q == null ? null : new NameSearch(q), active, account);
        var page = ids == null ? entries.page(sought, cursor, limit, count) : entries.those(ids);
        var members =
                page.items().stream().map(entry -> MemberView.of(entry, caller)).toList();
        return new Page<>(members, page.next(), page.total());
    }

    @GetMapping("/{id}")
    @Operation(
            operationId = "showMember",
            summary = "A member",
            description = "Every member sees every person of the directory; the e-mail address is for themselves and"
                    + " for admins. One that was merged is shown as the member whom they turned out to be.")
    ResponseEntity<MemberView> show(
            @PathVariable UUID id,
            Caller caller,
            @RequestHeader(name = "If-None-Match", required = false) @Nullable String known) {
        return entries.answer(new MemberId(id), caller, known);
    }

    @PutMapping("/{id}/role")
    @Operation(
            operationId = "changeRole",
            summary = "Give a member another role",
            description = "For admins, and their programs with the scope admin. The last admin stays one. What a token"
                    + " may do follows within ten seconds.")
    @Refuses({"403 role", "409 last-admin no-account deactivated erased merged not-a-member"})
    ResponseEntity<MemberView> changeRole(
            @PathVariable UUID id,
            @RequestBody RoleBody body,
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen,
            HttpServletRequest request) {
        Operators.mustBe(caller, "Only an admin can change the role of a member.");
        var member = entries.one(new MemberId(id));
        var form = new Form();
        var role = form.read("/role", () -> Form.given(body.role(), "A role is MEMBER, MANAGER or ADMIN."));
        form.mustBeSound();
        giveRole.give(
                new MemberId(member.id()),
                role.value(),
                caller,
                ETags.ifMatch(seen),
                clients.of(request).client());
        return entries.answer(new MemberId(id), caller, null);
    }

    private static NewAccount wanted(SignUpBody body, @Nullable String key) {
        var form = new Form();
        var email = form.read("/email", () -> EmailAddress.typed(body.email()));
        var name = form.read("/displayName", () -> DisplayName.typed(body.displayName()));
        var called = name.orNull();
        var password = form.read(
                "/password",
                () -> Password.chosen(body.password(), email.orNull(), called == null ? null : called.text()));
        var language = form.read("/locale", () -> Language.typed(body.locale()));
        var zone = form.read("/timeZone", () -> HomeZone.typed(body.timeZone()));
        form.mustBeSound();
        return new NewAccount(
                email.value(),
                password.value(),
                name.value(),
                language.value(),
                zone.value(),
                body.setupCode(),
                key,
                body.invitation() == null ? null : new Secret(body.invitation()));
    }
}
