package ilgam.member.identity.account;

import org.jspecify.annotations.Nullable;

import ilgam.member.identity.audit.Client;

/** A request for a mail to an address. Whether the address belongs to anybody is not checked yet. */
record MailRequest(
        long id,
        Kind kind,
        String emailKey,
        @Nullable String address,
        @Nullable String userAgent) {

    enum Kind {
        NEW_PASSWORD,
        CONFIRMATION
    }

    Client client() {
        return new Client(address, userAgent);
    }

    @Override
    public String toString() {
        return "MailRequest";
    }
}
