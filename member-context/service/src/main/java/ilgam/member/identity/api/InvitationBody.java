package ilgam.member.identity.api;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import ilgam.member.identity.account.EmailAddress;
import ilgam.member.identity.admission.NewInvitation;
import ilgam.member.language.MemberId;
import ilgam.member.language.Role;
import ilgam.member.language.TeamId;
import ilgam.member.people.profile.Language;
import ilgam.member.text.FieldReason;
import ilgam.member.text.Invalid;
import ilgam.member.web.Form;

/** The body of a request to invite somebody. */
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
        Integer expiresInDays) {

    private static final int MOST_DAYS = 90;

    /** What is invited to; refuses what is not valid, all fields at once. */
    NewInvitation wanted() {
        var form = new Form();
        var address = email == null ? null : form.read("/email", () -> EmailAddress.typed(email));
        var days = form.read("/expiresInDays", () -> days(expiresInDays));
        var language = locale == null ? null : form.read("/locale", () -> Language.typed(locale));
        form.mustBeSound();
        return new NewInvitation(
                address == null ? null : address.value(),
                role == null ? Role.MEMBER : role,
                team == null ? null : new TeamId(team),
                member == null ? null : new MemberId(member),
                days.value(),
                language == null ? null : language.value());
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
}
