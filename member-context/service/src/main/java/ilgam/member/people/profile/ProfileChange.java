package ilgam.member.people.profile;

import org.jspecify.annotations.Nullable;

/** The new values of a profile; null leaves a field as it is. */
public record ProfileChange(
        @Nullable DisplayName displayName,
        @Nullable Language language,
        @Nullable HomeZone zone,
        AvatarColour.@Nullable Choice avatarColour) {}
