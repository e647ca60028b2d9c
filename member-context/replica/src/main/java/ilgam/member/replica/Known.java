package ilgam.member.replica;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The known mergers, by the id of the merged person. */
public record Known(Map<UUID, UUID> into) {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** The id that this person finally has, usually their own; null for null. */
    public @Nullable UUID of(@Nullable UUID person) {
        return person == null ? null : into.getOrDefault(person, person);
    }

    /** The text with the ids of merged persons replaced. */
    public String in(String text) {
        if (into.isEmpty()) return text;
        return ID.matcher(text).replaceAll(id -> String.valueOf(of(UUID.fromString(id.group()))));
    }
}
