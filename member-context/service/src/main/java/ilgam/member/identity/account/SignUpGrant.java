package ilgam.member.identity.account;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberId;
import ilgam.member.language.Role;

/**
 * What a sign-up is granted.
 *
 * @param role the role to start with
 * @param invitation the invitation that is used up; null without one
 * @param person the known person whose history the account takes over; null without one
 * @param proven whether the address is proven by a mail
 */
public record SignUpGrant(
        Role role, @Nullable UUID invitation, @Nullable MemberId person, boolean proven) {

    static final SignUpGrant FIRST = new SignUpGrant(Role.ADMIN, null, null, false);
}
