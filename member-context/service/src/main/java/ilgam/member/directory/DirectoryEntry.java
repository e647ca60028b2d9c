package ilgam.member.directory;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ilgam.member.language.Role;

/** Somebody in the directory. {@code version} grows with every change of what is shown. */
public record DirectoryEntry(
        UUID id,
        String displayName,
        @Nullable String email,
        Role role,
        String locale,
        String timeZone,
        boolean active,
        boolean account,
        long version,
        long roleChangedIn,
        String sortName) {}
