package ilgam.member.account;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberId;
import ilgam.member.secret.Secret;

/** Who may have an account, and what they are granted with it. */
public interface Admission {

    /** What this address is granted. Those who are not admitted are refused with a reason. */
    SignUpGrant admit(EmailAddress email, @Nullable Secret invitation);

    /** Uses an invitation up, in the transaction of the account; of two who want it at once, one gets it. */
    void use(UUID invitation, MemberId member);

    /** The member was never made: their invitation can be used again. */
    void giveBack(MemberId member);
}
