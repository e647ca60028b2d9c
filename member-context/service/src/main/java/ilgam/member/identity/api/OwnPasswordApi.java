package ilgam.member.identity.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import ilgam.member.identity.account.ChangePassword;
import ilgam.member.identity.account.Password;
import ilgam.member.people.api.Entries;
import ilgam.member.people.profile.Profiles;
import ilgam.member.web.Form;
import ilgam.starter.openapi.Refuses;
import ilgam.starter.security.Caller;
import ilgam.starter.text.Verbatim;

/** A member's own password. */
@RestController
@RequestMapping("/api/members/me/password")
@Tag(name = "Members")
class OwnPasswordApi {

    @Schema(
            requiredProperties = {"current", "password"},
            description = "A new password.",
            example = """
            {"current": "correct horse battery", "password": "battery horse correct"}""")
    record PasswordBody(
            @Schema(description = "The present password.") @Verbatim @Nullable
            String current,

            @Schema(description = "10 to 200 characters.") @Verbatim @Nullable
            String password) {}

    private final ChangePassword passwords;
    private final Profiles profiles;
    private final Entries entries;
    private final ClientInfoReader clients;

    OwnPasswordApi(ChangePassword passwords, Profiles profiles, Entries entries, ClientInfoReader clients) {
        this.passwords = passwords;
        this.profiles = profiles;
        this.entries = entries;
        this.clients = clients;
    }

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "changeOwnPassword",
            summary = "Choose a new password",
            description = "Takes the present password. Every other session ends. Wrong passwords count as they do at"
                    + " log-in.")
    @Refuses({"403 wrong-password", "404 not-found", "429 too-many-attempts", "503 busy"})
    void changePassword(@RequestBody PasswordBody body, Caller caller, HttpServletRequest request) {
        var member = entries.oneself(caller);
        var form = new Form();
        var current = form.read(
                "/current", () -> new Password(Form.given(body.current(), "The current password is required.")));
        var chosen = form.read(
                "/password",
                () -> Password.chosen(body.password(), passwords.emailOf(member), profiles.displayNameOf(member)));
        form.mustBeSound();
        var info = clients.of(request);
        passwords.change(member, current.value(), chosen.value(), info.session(), info.client());
    }
}
