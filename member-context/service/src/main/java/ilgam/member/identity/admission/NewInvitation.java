package ilgam.member.identity.admission;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import ilgam.member.identity.account.EmailAddress;
import ilgam.member.language.MemberId;
import ilgam.member.language.Role;
import ilgam.member.language.TeamId;
import ilgam.member.people.profile.Language;

/**
 * The data of a new invitation.
 *
 * @param email where the invitation is mailed to
 * @param role the role to start with
 * @param team the team that the invited person joins
 * @param person the known person whose history the invited person takes over
 * @param valid how long the link works
 * @param language of the mail; the inviter's own when null
 */
public record NewInvitation(
        @Nullable EmailAddress email,
        Role role,
        @Nullable TeamId team,
        @Nullable MemberId person,
        Duration valid,
        @Nullable Language language) {

    @Override
    public String toString() {
        return "NewInvitation";
    }
}
