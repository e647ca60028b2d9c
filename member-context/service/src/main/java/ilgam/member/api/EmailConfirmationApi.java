package ilgam.member.api;

import io.swagger.v3.oas.annotations.Operation;
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

import ilgam.member.account.EmailAddress;
import ilgam.member.account.EmailProof;
import ilgam.member.account.MailRequests;
import ilgam.member.account.Password;
import ilgam.member.secret.Secret;
import ilgam.starter.text.Verbatim;

/** Confirming an e-mail address. */
@RestController
@RequestMapping("/api/email-confirmations")
@Tag(name = "Accounts")
class EmailConfirmationApi {

    @Schema(requiredProperties = "email")
    record ConfirmationBody(@Nullable String email) {}

    @Schema(requiredProperties = "password")
    record ProofBody(@Verbatim @Nullable String password) {}

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
            description = "The answer is the same whether or not there is anything to confirm.")
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
            description = "With the password that was chosen at sign-up. Wrong ones count as they do at log-in.")
    void confirm(@PathVariable String token, @RequestBody ProofBody body, HttpServletRequest request) {
        var form = new Form();
        var password =
                form.read("/password", () -> new Password(Form.given(body.password(), "A password is required.")));
        form.mustBeSound();
        proof.give(new Secret(token), password.value(), clients.of(request).client());
    }
}
