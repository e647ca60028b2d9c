package ilgam.member.identity.mail;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** The recipient of a mail. An invited person is no member yet, and may have no name. */
public record Addressee(
        @Nullable UUID member, String email, @Nullable String name, String language) {

    @Override
    public String toString() {
        return "Addressee";
    }
}
