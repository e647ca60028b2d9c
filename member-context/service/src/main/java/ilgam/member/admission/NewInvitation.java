package ilgam.member.admission;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import ilgam.member.account.EmailAddress;
import ilgam.member.language.MemberId;
import ilgam.member.language.Role;
import ilgam.member.language.TeamId;
import ilgam.member.profile.Language;

/**
 * What somebody who invites says.
 *
 * @param email where the invitation is mailed to
 * @param role the role to start with
 * @param team the team that whoever accepts belongs to
 * @param person the known person whose history whoever accepts takes over
 * @param valid how long the link works
 * @param language of the mail; the inviter's own when it is not said
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
