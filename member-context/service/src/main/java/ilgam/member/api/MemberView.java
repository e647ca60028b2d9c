package ilgam.member.api;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import ilgam.member.directory.DirectoryEntry;
import ilgam.member.language.Role;
import ilgam.member.profile.AvatarColour;
import ilgam.member.profile.AvatarInitials;
import ilgam.starter.security.Caller;
import ilgam.starter.text.WordsOf;

/** A person of the directory as a client sees it. The e-mail address is shown to the member and to admins only. */
@Schema(name = "Member")
record MemberView(
        UUID id,
        String displayName,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Shown to the member and to admins only.")
        @Nullable
        String email,

        Role role,
        @Schema(example = "ko") String locale,
        @Schema(example = "Asia/Seoul") String timeZone,
        Avatar avatar,
        @Schema(description = "False once the member left.") boolean active,

        @Schema(description = "False for a person known from an import only.")
        boolean account,

        @Schema(description = "True once nothing tells any more who this was.")
        boolean erased,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Whom this person turned out to be. Everything else shown is that member's.")
        @Nullable
        UUID mergedInto) {

    /** Initials and a colour, shown instead of a picture. */
    @Schema(name = "Avatar")
    record Avatar(
            @Schema(example = "태현") String initials,

            @Schema(example = "teal") @WordsOf(AvatarColour.class)
            String colour) {

        private static Avatar of(DirectoryEntry entry) {
            var chosen = entry.avatarColour();
            return new Avatar(
                    entry.erased() ? "–" : AvatarInitials.of(entry.displayName()),
                    chosen == null ? AvatarColour.of(entry.finallyId()).word() : chosen);
        }
    }

    static MemberView of(DirectoryEntry entry, Caller caller) {
        return of(entry, caller.is("ADMIN") || caller.member().equals(entry.id()));
    }

    static MemberView ofOneself(DirectoryEntry entry) {
        return of(entry, true);
    }

    private static MemberView of(DirectoryEntry entry, boolean withEmail) {
        return new MemberView(
                entry.id(),
                entry.displayName(),
                withEmail ? entry.email() : null,
                entry.role(),
                entry.locale(),
                entry.timeZone(),
                Avatar.of(entry),
                entry.active(),
                entry.account(),
                entry.erased(),
                entry.mergedInto());
    }
}
