package ilgam.member.identity.account;

import org.springframework.stereotype.Component;

import static ilgam.member.identity.account.AccountRefused.Reason.EMAIL_TAKEN;

/** Looks up the addresses that members log in with. */
@Component
public class Addresses {

    private final Accounts accounts;

    Addresses(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Refuses with {@link AccountRefused.Reason#EMAIL_TAKEN} when an account has this address. */
    public void mustBeFree(EmailAddress address) {
        if (accounts.findByEmailKey(address.key()).isPresent())
            throw new AccountRefused(EMAIL_TAKEN, "An account with this e-mail address already exists.");
    }
}
