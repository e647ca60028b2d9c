package ilgam.member.account;

import org.springframework.stereotype.Component;

import static ilgam.member.account.AccountRefused.Reason.EMAIL_TAKEN;

/** The addresses that members log in with. */
@Component
public class Addresses {

    private final Accounts accounts;

    Addresses(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Refused with {@link AccountRefused.Reason#EMAIL_TAKEN} when somebody has an account with this address. */
    public void mustBeFree(EmailAddress address) {
        if (accounts.findByEmailKey(address.key()).isPresent())
            throw new AccountRefused(EMAIL_TAKEN, "There is an account with this e-mail address already.");
    }
}
