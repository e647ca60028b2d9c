package ilgam.member.people.profile;

import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** The new values of a profile; null leaves a field as it is. */
public record ProfileChange(
        @Nullable DisplayName displayName,
        @Nullable Language language,
        @Nullable HomeZone zone,
        AvatarColour.@Nullable Choice avatarColour) {

    /** The fields that it is about. */
    Set<ProfileField> fields() {
        var fields = EnumSet.noneOf(ProfileField.class);
        if (displayName != null) fields.add(ProfileField.DISPLAY_NAME);
        if (language != null) fields.add(ProfileField.LOCALE);
        if (zone != null) fields.add(ProfileField.TIME_ZONE);
        if (avatarColour != null) fields.add(ProfileField.AVATAR_COLOUR);
        return fields;
    }
}
