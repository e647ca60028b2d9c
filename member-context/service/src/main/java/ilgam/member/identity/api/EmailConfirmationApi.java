package ilgam.member.identity.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import ilgam.member.identity.account.EmailAddress;
import ilgam.member.identity.account.EmailProof;
import ilgam.member.identity.account.MailRequests;
import ilgam.member.identity.account.Password;
import ilgam.member.identity.secret.Secret;
import ilgam.member.web.Form;
import ilgam.starter.openapi.Refuses;
import ilgam.starter.text.Verbatim;

/** Confirming an e-mail address. */
@RestController
@RequestMapping("/api/email-confirmations")
@Tag(name = "Accounts")
class EmailConfirmationApi {

    @Schema(requiredProperties = "email", description = "Whose address is to be confirmed.", example = """
            {"email": "ada@example.com"}""")
    record ConfirmationBody(
            @Schema(description = "The e-mail address of the account.") @Nullable
            String email) {}

    @Schema(
            requiredProperties = "password",
            description = "What shows that the link reached its member.",
            example = """
            {"password": "correct horse battery"}""")
    record ProofBody(
            @Schema(description = "The password that was chosen at sign-up.") @Verbatim @Nullable
            String password) {}

    private final EmailProof proof;
    private final MailRequests requests;
    private final ClientInfoReader clients;

    EmailConfirmationApi(EmailProof proof, MailRequests requests, ClientInfoReader clients) {
        this.proof = proof;
        this.requests = requests;
        this.clients = clients;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "askForEmailConfirmation",
            summary = "Ask for another confirmation mail",
            description = "For everybody. Mails another link, if the address waits for its confirmation. The answer is"
                    + " the same whether or not there is anything to confirm.")
    void ask(@RequestBody ConfirmationBody body, HttpServletRequest request) {
        var form = new Form();
        var email = form.read("/email", () -> EmailAddress.typed(body.email()));
        form.mustBeSound();
        requests.confirmation(email.value(), clients.of(request).client());
    }

    @PutMapping("/{token}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "confirmEmail",
            summary = "Confirm an e-mail address by a mailed link",
            description = "For everybody who has the link and the password that was chosen at sign-up. From then on the"
                    + " account can log in. Wrong passwords count as they do at log-in.")
    @Refuses({
        "403 wrong-password email-unconfirmed",
        "404 confirmation-unknown",
        "409 email-taken",
        "429 too-many-attempts",
        "503 busy"
    })
    void confirm(
            @Parameter(description = "The token of the mailed link.") @PathVariable String token,
            @RequestBody ProofBody body,
            HttpServletRequest request) {
        var form = new Form();
        var password =
                form.read("/password", () -> new Password(Form.given(body.password(), "A password is required.")));
        form.mustBeSound();
        proof.give(new Secret(token), password.value(), clients.of(request).client());
    }
}
