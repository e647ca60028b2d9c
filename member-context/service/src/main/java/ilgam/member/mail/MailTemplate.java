package ilgam.member.mail;

import java.util.Locale;

/** What is written to members. The words are in {@code mail/letters_*.properties}. */
public enum MailTemplate {
    RESET("/reset-password/"),
    CONFIRMATION("/confirm-email/"),
    INVITATION("/invitation/"),
    CLAIM("/invitation/");

    private final String path;

    MailTemplate(String path) {
        this.path = path;
    }

    /** Where in the web app the link of this letter leads. */
    String path() {
        return path;
    }

    String key(String part) {
        return name().toLowerCase(Locale.ROOT) + "." + part;
    }
}
