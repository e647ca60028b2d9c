package ilgam.member.identity.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import ilgam.member.identity.account.EmailAddress;
import ilgam.member.identity.account.MailRequests;
import ilgam.member.identity.account.Password;
import ilgam.member.identity.account.PasswordResets;
import ilgam.member.identity.secret.Secret;
import ilgam.member.web.Form;
import ilgam.starter.openapi.Refuses;
import ilgam.starter.text.Verbatim;

/** Resetting a lost password. */
@RestController
@RequestMapping("/api/password-resets")
@Tag(name = "Accounts")
class PasswordResetApi {

    @Schema(requiredProperties = "email", description = "Whose password is lost.", example = """
            {"email": "ada@example.com"}""")
    record ResetBody(
            @Schema(description = "The e-mail address of the account.") @Nullable
            String email) {}

    @Schema(requiredProperties = "password", description = "The new password.", example = """
            {"password": "battery horse correct"}""")
    record NewPasswordBody(
            @Schema(description = "10 to 200 characters.") @Verbatim @Nullable
            String password) {}

    private final PasswordResets resets;
    private final MailRequests requests;
    private final ClientInfoReader clients;

    PasswordResetApi(PasswordResets resets, MailRequests requests, ClientInfoReader clients) {
        this.resets = resets;
        this.requests = requests;
        this.clients = clients;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "askForPasswordReset",
            summary = "Find a lost password",
            description =
                    "For everybody. Mails a link, if the address is a member's. The answer is the same if it is not.")
    void ask(@RequestBody ResetBody body, HttpServletRequest request) {
        var form = new Form();
        var email = form.read("/email", () -> EmailAddress.typed(body.email()));
        form.mustBeSound();
        requests.newPassword(email.value(), clients.of(request).client());
    }

    @GetMapping("/{token}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "checkPasswordReset",
            summary = "Whether a mailed link still works",
            description = "For everybody who has the link. Answers without a body while the link works.")
    @Refuses("404 reset-unknown")
    void check(@Parameter(description = "The token of the mailed link.") @PathVariable String token) {
        resets.whose(new Secret(token));
    }

    @PutMapping("/{token}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "resetPassword",
            summary = "Choose a new password by a mailed link",
            description = "For everybody who has the link. It works once, within 30 minutes. Every session ends.")
    @Refuses({"404 reset-unknown", "503 busy"})
    void choose(
            @Parameter(description = "The token of the mailed link.") @PathVariable String token,
            @RequestBody NewPasswordBody body,
            HttpServletRequest request) {
        var secret = new Secret(token);
        var whose = resets.whose(secret);
        var form = new Form();
        var password =
                form.read("/password", () -> Password.chosen(body.password(), whose.email(), whose.displayName()));
        form.mustBeSound();
        resets.choose(secret, password.value(), clients.of(request).client());
    }
}
