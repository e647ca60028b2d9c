package ilgam.dashboard.alias;

import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Whom persons turned out to be, as far as it is known. */
public record Known(Map<UUID, UUID> into) {

    /** Whom this person turned out to be: mostly themselves. */
    public @Nullable UUID of(@Nullable UUID person) {
        return person == null ? null : into.getOrDefault(person, person);
    }
}
