package ilgam.member.identity.mail;

import java.util.Locale;

/** The kinds of mails. Their texts are in {@code mail/letters_*.properties}. */
public enum MailTemplate {
    RESET("/reset-password/"),
    CONFIRMATION("/confirm-email/"),
    INVITATION("/invitation/"),
    CLAIM("/invitation/");

    private final String path;

    MailTemplate(String path) {
        this.path = path;
    }

    /** The path in the web app that the link of the mail leads to. */
    String path() {
        return path;
    }

    String key(String part) {
        return name().toLowerCase(Locale.ROOT) + "." + part;
    }
}
