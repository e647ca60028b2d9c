package ilgam.member.people.directory;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ilgam.member.language.Role;

/**
 * A person of the directory. {@code version} grows with every visible change. A merged person is shown as the member
 * they were merged into.
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

    /** The id of the member that the person was merged into, or the person's own. */
    public UUID finallyId() {
        return mergedInto == null ? id : mergedInto;
    }
}
