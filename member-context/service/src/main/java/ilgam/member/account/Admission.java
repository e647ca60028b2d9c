package ilgam.member.account;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberId;
import ilgam.member.language.Role;
import ilgam.member.secret.Secret;

/** Who may have an account, and on which terms. */
public interface Admission {

    /**
     * On what somebody is admitted.
     *
     * @param role the role to start with
     * @param invitation the invitation that is used up
     * @param person the known person whose history the account takes over
     * @param proven whether a mail to the address was answered
     */
    record Terms(
            Role role, @Nullable UUID invitation, @Nullable MemberId person, boolean proven) {

        static final Terms FIRST = new Terms(Role.ADMIN, null, null, false);
    }

    /** The terms for this address. Whoever is not admitted is told why. */
    Terms admit(EmailAddress email, @Nullable Secret invitation);

    /** Uses an invitation up, in the transaction of the account; of two who want it at once, one gets it. */
    void use(UUID invitation, MemberId member);

    /** The member was never made: their invitation can be used again. */
    void giveBack(MemberId member);
}
