package ilgam.member.directory;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ilgam.member.language.Role;

/**
 * Somebody in the directory. {@code version} grows with every change of what is shown. A person who was merged is
 * shown as the member they turned out to be.
 */
public record DirectoryEntry(
        UUID id,
        String displayName,
        @Nullable String email,
        Role role,
        String locale,
        String timeZone,
        @Nullable String avatarColour,
        boolean active,
        boolean account,
        boolean erased,
        @Nullable UUID mergedInto,
        long version,
        long roleChangedIn,
        String sortName) {

    /** Who this really is. */
    public UUID finallyId() {
        return mergedInto == null ? id : mergedInto;
    }
}
