package ilgam.member.mail;

import java.util.UUID;

/** A mail as it is sent: the same in plain text and in HTML. */
record Mail(UUID id, String recipient, String subject, String plain, String html) {

    @Override
    public String toString() {
        return "Mail";
    }
}
