package ilgam.member.api;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import ilgam.member.directory.Directory;
import ilgam.member.directory.DirectoryEntry;
import ilgam.member.language.MemberId;
import ilgam.starter.security.Caller;
import ilgam.starter.web.Refused;

/** What only admins do, and their programs with the scope admin; not even for a moment after they left. */
@Component
class AdminOnly {

    private final Directory directory;

    AdminOnly(Directory directory) {
        this.directory = directory;
    }

    void mustBe(Caller caller, String sentence) {
        if (!caller.is("ADMIN")) throw new Refused(HttpStatus.FORBIDDEN, "role", sentence);
        if (!caller.may("admin"))
            throw new Refused(HttpStatus.FORBIDDEN, "scope", "This access token does not have the scope admin.");
        if (!directory
                .find(new MemberId(caller.member()))
                .map(DirectoryEntry::active)
                .orElse(true)) throw new Refused(HttpStatus.UNAUTHORIZED, "not-logged-in", "The log-in has ended.");
    }
}
