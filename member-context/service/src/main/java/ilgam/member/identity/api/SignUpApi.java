package ilgam.member.identity.api;

import java.net.URI;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import ilgam.member.identity.account.EmailAddress;
import ilgam.member.identity.account.NewAccount;
import ilgam.member.identity.account.Password;
import ilgam.member.identity.account.SignUp;
import ilgam.member.identity.secret.Secret;
import ilgam.member.people.api.Entries;
import ilgam.member.people.api.MemberView;
import ilgam.member.people.profile.DisplayName;
import ilgam.member.people.profile.HomeZone;
import ilgam.member.people.profile.Language;
import ilgam.member.web.Form;
import ilgam.starter.openapi.Refuses;
import ilgam.starter.text.Verbatim;
import ilgam.starter.web.ETags;

/** Signing up. */
@RestController
@RequestMapping("/api/members")
@Tag(name = "Members")
class SignUpApi {

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

    private final SignUp signUp;
    private final Entries entries;
    private final ClientInfoReader clients;

    SignUpApi(SignUp signUp, Entries entries, ClientInfoReader clients) {
        this.signUp = signUp;
        this.entries = entries;
        this.clients = clients;
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
