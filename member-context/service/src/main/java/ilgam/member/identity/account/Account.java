package ilgam.member.identity.account;

import java.util.Arrays;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ilgam.member.language.Role;

/** The row of an account: the e-mail address of a member. It is valid once its reservation is confirmed. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Account(UUID memberId, String email, Role role, byte @Nullable [] signUpKey) {

    /** Whether a sign-up with the same idempotency key created it. */
    boolean wasMadeBy(NewAccount wanted) {
        return signUpKey != null && Arrays.equals(signUpKey, wanted.signUpKey());
    }
}
