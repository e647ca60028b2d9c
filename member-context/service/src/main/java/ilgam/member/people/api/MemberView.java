package ilgam.member.people.api;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import ilgam.member.language.Role;
import ilgam.member.people.directory.DirectoryEntry;
import ilgam.member.people.profile.AvatarColour;
import ilgam.member.people.profile.AvatarInitials;
import ilgam.starter.security.Caller;
import ilgam.starter.text.WordsOf;

/** A person of the directory as a client sees it. The e-mail address is shown to the member and to admins only. */
@Schema(name = "Member", description = "A person of the directory.")
public record MemberView(
        @Schema(description = "Its id, a UUID.") UUID id,
        @Schema(description = "What others see.") String displayName,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Shown to the member and to admins only.")
        @Nullable
        String email,

        @Schema(description = "What they may do.") Role role,

        @Schema(description = "The language of their mails.", example = "ko")
        String locale,

        @Schema(description = "The IANA time zone of their profile.", example = "Asia/Seoul")
        String timeZone,

        @Schema(description = "What stands in the place of a picture.")
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
    @Schema(name = "Avatar", description = "What stands in the place of a picture.")
    public record Avatar(
            @Schema(description = "One or two letters of the name.", example = "태현")
            String initials,

            @Schema(description = "The word of a colour.", example = "teal") @WordsOf(AvatarColour.class)
            String colour) {

        private static Avatar of(DirectoryEntry entry) {
            var chosen = entry.avatarColour();
            return new Avatar(
                    entry.erased() ? "–" : AvatarInitials.of(entry.displayName()),
                    chosen == null ? AvatarColour.of(entry.finallyId()).word() : chosen);
        }
    }

    public static MemberView of(DirectoryEntry entry, Caller caller) {
        return of(entry, caller.is("ADMIN") || caller.member().equals(entry.id()));
    }

    public static MemberView ofOneself(DirectoryEntry entry) {
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
