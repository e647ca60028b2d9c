package ilgam.member.people.profile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ilgam.member.text.FieldReason;
import ilgam.member.text.Invalid;

/** The background colour of a member's initials. */
public enum AvatarColour {
    SLATE,
    RED,
    ORANGE,
    AMBER,
    LIME,
    GREEN,
    TEAL,
    SKY,
    BLUE,
    INDIGO,
    PURPLE,
    PINK;

    /** A colour by its name. */
    static AvatarColour named(String name) {
        for (var colour : values()) if (colour.word().equals(name)) return colour;
        throw new Invalid(
                FieldReason.AVATAR_COLOUR,
                "An avatar colour must be one of slate, red, orange, amber, lime, green, teal, sky, blue,"
                        + " indigo, purple or pink.",
                Map.of(
                        "choices",
                        Arrays.stream(values()).map(AvatarColour::word).toList()));
    }

    /** The default colour of a member, derived from their id. */
    public static AvatarColour of(UUID member) {
        return values()[Math.floorMod(member.hashCode(), values().length)];
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A member's choice of a colour; null restores the default. */
    public record Choice(@Nullable AvatarColour colour) {

        public static Choice typed(@Nullable String name) {
            return new Choice(name == null ? null : named(name));
        }

        @Nullable
        String word() {
            return colour == null ? null : colour.word();
        }
    }
}
