package ilgam.member.language;

import java.util.UUID;

/** A person of the directory, with or without an account. The id never changes. */
public record MemberId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
