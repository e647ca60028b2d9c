package ilgam.member.mail;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** To whom a mail goes. Somebody invited is no member yet, and may have no name. */
public record Addressee(
        @Nullable UUID member, String email, @Nullable String name, String language) {

    @Override
    public String toString() {
        return "Addressee";
    }
}
