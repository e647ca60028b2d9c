package ilgam.member.account;

import org.jspecify.annotations.Nullable;

import ilgam.member.audit.Client;

/** Somebody named an address and wants a mail sent there. Nobody has looked yet whether it is anyone's. */
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
