package ilgam.member.account;

import java.util.Arrays;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ilgam.member.language.Role;

/** Whose e-mail address it is. It counts once its reservation is confirmed. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Account(UUID memberId, String email, Role role, byte @Nullable [] signUpKey) {

    /** Made by a sign-up with the same idempotency key. */
    boolean wasMadeBy(NewAccount wanted) {
        return signUpKey != null && Arrays.equals(signUpKey, wanted.signUpKey());
    }
}
