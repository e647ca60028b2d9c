package ilgam.member.identity.mail;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A mail with the same content in plain text and in HTML.
 *
 * @param memberId the recipient; null when they are no member
 * @param authorId the member whom it names as its author; null for none
 * @param language of the text, {@code ko} or {@code en}
 */
record Mail(
        UUID id,
        @Nullable UUID memberId,
        @Nullable UUID authorId,
        String language,
        String recipient,
        String subject,
        String plain,
        String html) {

    @Override
    public String toString() {
        return "Mail";
    }
}
