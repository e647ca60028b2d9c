package ilgam.member.language;

import java.util.UUID;

/** A team; stays the same when it is renamed. */
public record TeamId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
