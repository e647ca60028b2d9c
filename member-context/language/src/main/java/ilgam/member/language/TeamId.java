package ilgam.member.language;

import java.util.UUID;

/** A team. The id stays the same when the team is renamed. */
public record TeamId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
