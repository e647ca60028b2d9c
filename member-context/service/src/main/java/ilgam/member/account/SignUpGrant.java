package ilgam.member.account;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberId;
import ilgam.member.language.Role;

/**
 * With what somebody who signs up begins.
 *
 * @param role the role to start with
 * @param invitation the invitation that is used up
 * @param person the known person whose history the account takes over
 * @param proven whether a mail to the address was answered
 */
public record SignUpGrant(
        Role role, @Nullable UUID invitation, @Nullable MemberId person, boolean proven) {

    static final SignUpGrant FIRST = new SignUpGrant(Role.ADMIN, null, null, false);
}
