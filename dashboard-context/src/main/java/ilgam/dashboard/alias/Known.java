package ilgam.dashboard.alias;

import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** The known mergers, by the id of the merged person. */
public record Known(Map<UUID, UUID> into) {

    /** The id that this person finally has, usually their own; null for null. */
    public @Nullable UUID of(@Nullable UUID person) {
        return person == null ? null : into.getOrDefault(person, person);
    }
}
