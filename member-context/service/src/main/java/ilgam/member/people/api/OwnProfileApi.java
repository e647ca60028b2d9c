package ilgam.member.people.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

import ilgam.member.language.MemberId;
import ilgam.member.people.profile.AvatarColour;
import ilgam.member.people.profile.DisplayName;
import ilgam.member.people.profile.HomeZone;
import ilgam.member.people.profile.Language;
import ilgam.member.people.profile.ProfileChange;
import ilgam.member.people.profile.Profiles;
import ilgam.member.web.Form;
import ilgam.starter.openapi.Refuses;
import ilgam.starter.security.Caller;
import ilgam.starter.web.ETags;

/** A member's own profile. */
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

    private final Profiles profiles;
    private final Entries entries;

    OwnProfileApi(Profiles profiles, Entries entries) {
        this.profiles = profiles;
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
