package ilgam.member.identity.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import ilgam.member.identity.mail.Outbox;
import ilgam.starter.openapi.Refuses;
import ilgam.starter.security.Caller;
import ilgam.starter.security.Operators;

/** The state of the mails. Shows only counts, as the mails themselves are personal. */
@RestController
@Tag(name = "Operations")
class MailApi {

    private final Outbox mails;

    MailApi(Outbox mails) {
        this.mails = mails;
    }

    @GetMapping("/api/mails")
    @Operation(
            operationId = "showMails",
            summary = "How many mails wait, were given up, and were sent in the last 30 days",
            description = "For admins, and their programs with the scope admin. A mail waits until a mail server takes"
                    + " it, and is given up after a day of tries.")
    @Refuses("403 role scope")
    Outbox.State show(Caller caller) {
        Operators.mustBe(caller, "Only an admin can see the state of mails.");
        return mails.state();
    }
}
