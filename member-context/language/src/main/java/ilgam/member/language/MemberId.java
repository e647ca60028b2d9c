package ilgam.member.language;

import java.util.UUID;

/** A person of the directory, with or without an account; stays the same for ever. */
public record MemberId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
