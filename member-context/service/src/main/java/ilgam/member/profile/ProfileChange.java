package ilgam.member.profile;

import org.jspecify.annotations.Nullable;

/** What is to become different in a profile; what is null stays. */
public record ProfileChange(
        @Nullable DisplayName displayName,
        @Nullable Language language,
        @Nullable HomeZone zone,
        AvatarColour.@Nullable Choice avatarColour) {}
