package ilgam.member.identity.account;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ilgam.member.identity.secret.Secret;
import ilgam.member.language.MemberId;

/** Decides who may have an account, and with which rights. */
public interface Admission {

    /** What this address is granted. Refuses people who are not admitted, with a reason. */
    SignUpGrant admit(EmailAddress email, @Nullable Secret invitation);

    /** Marks an invitation as used, in the transaction of the account. Of two concurrent uses, one succeeds. */
    void use(UUID invitation, MemberId member);

    /** Makes the invitation usable again, as its member was never registered. */
    void giveBack(MemberId member);
}
