package ilgam.member.mail;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A mail as it is sent: the same in plain text and in HTML.
 *
 * @param memberId who gets it, if that is somebody known
 * @param authorId the member whom it names as writing
 * @param language that it is written in, {@code ko} or {@code en}
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
