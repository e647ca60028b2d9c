package ilgam.member.account;

import java.util.Optional;

import org.springframework.stereotype.Component;

import ilgam.member.language.MemberId;

/** The addresses that members log in with. */
@Component
public class Addresses {

    private final Accounts accounts;

    Addresses(Accounts accounts) {
        this.accounts = accounts;
    }

    public Optional<EmailAddress> of(MemberId member) {
        return accounts.findById(member.value()).map(account -> new EmailAddress(account.email()));
    }
}
