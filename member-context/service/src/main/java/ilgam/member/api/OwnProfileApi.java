package ilgam.member.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

import ilgam.member.identity.account.ChangePassword;
import ilgam.member.identity.account.Password;
import ilgam.member.language.MemberId;
import ilgam.member.people.profile.AvatarColour;
import ilgam.member.people.profile.DisplayName;
import ilgam.member.people.profile.HomeZone;
import ilgam.member.people.profile.Language;
import ilgam.member.people.profile.ProfileChange;
import ilgam.member.people.profile.Profiles;
import ilgam.starter.openapi.Refuses;
import ilgam.starter.security.Caller;
import ilgam.starter.text.Verbatim;
import ilgam.starter.web.ETags;

/** A member's own profile and password. */
@RestController
@RequestMapping("/api/members/me")
@Tag(name = "Members")
class OwnProfileApi {

    /** A merge patch: absent fields stay as they are, null restores the default. */
    @Schema(
            name = "ProfilePatch",
            description = "What to change of a profile; what is missing stays, null takes the default again.",
            example = """
            {"displayName": "Ada L.", "avatarColour": "teal"}""")
    record ProfilePatch(
            @Schema(description = "What others see, 1 to 100 characters.", type = "string", nullable = false) @Nullable
            JsonNode displayName,

            @Schema(description = "The language of mails, such as ko.", type = "string", nullable = true) @Nullable
            JsonNode locale,

            @Schema(description = "An IANA time zone, such as Asia/Seoul.", type = "string", nullable = true) @Nullable
            JsonNode timeZone,

            @Schema(
                    type = "string",
                    nullable = true,
                    description = "slate, red, orange, amber, lime, green, teal, sky, blue, indigo, purple or pink.")
            @Nullable
            JsonNode avatarColour) {}

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

    private final Profiles profiles;
    private final ChangePassword passwords;
    private final Entries entries;
    private final ClientInfoReader clients;

    OwnProfileApi(Profiles profiles, ChangePassword passwords, Entries entries, ClientInfoReader clients) {
        this.clients = clients;
        this.profiles = profiles;
        this.passwords = passwords;
        this.entries = entries;
    }

    @GetMapping
    @Operation(
            operationId = "showOwnProfile",
            summary = "My profile",
            description = "Answers the caller as the directory has them, with the e-mail address.")
    @Refuses("404 not-found")
    ResponseEntity<MemberView> show(
            Caller caller, @RequestHeader(name = "If-None-Match", required = false) @Nullable String known) {
        return entries.answer(new MemberId(caller.member()), caller, known);
    }

    @PatchMapping
    @Operation(
            operationId = "changeOwnProfile",
            summary = "Change my profile",
            description = "A JSON merge patch of one's own profile. Answers it as it is then.")
    @Refuses("404 not-found")
    ResponseEntity<MemberView> change(
            @RequestBody ProfilePatch body,
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen) {
        var member = entries.oneself(caller);
        profiles.change(member, wanted(body), ETags.ifMatch(seen));
        return entries.answer(member, caller, null);
    }

    @PutMapping("/password")
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

    private static ProfileChange wanted(ProfilePatch patch) {
        var form = new Form();
        var name = form.patch("/displayName", patch.displayName(), DisplayName::typed);
        var language = form.patch("/locale", patch.locale(), Language::typed);
        var zone = form.patch("/timeZone", patch.timeZone(), HomeZone::typed);
        var colour = form.patch("/avatarColour", patch.avatarColour(), AvatarColour.Choice::typed);
        form.mustBeSound();
        return new ProfileChange(name.orNull(), language.orNull(), zone.orNull(), colour.orNull());
    }
}
