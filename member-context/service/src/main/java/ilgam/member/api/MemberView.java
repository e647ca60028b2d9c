package ilgam.member.api;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import ilgam.member.directory.DirectoryEntry;
import ilgam.member.language.Role;
import ilgam.starter.security.Caller;

/** A person of the directory as a client sees it. The e-mail address is for themselves and for admins. */
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
        @Schema(description = "False once the member left.") boolean active,

        @Schema(description = "False for a person known from an import only.")
        boolean account) {

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
                entry.active(),
                entry.account());
    }
}
