package ilgam.member.api;

import org.springframework.http.HttpStatus;

import ilgam.starter.security.Caller;
import ilgam.starter.web.Refused;

/** What only admins do, and their programs with the scope admin. */
final class AdminOnly {

    private AdminOnly() {}

    static void mustBe(Caller caller, String sentence) {
        if (!caller.is("ADMIN")) throw new Refused(HttpStatus.FORBIDDEN, "role", sentence);
        if (!caller.may("admin"))
            throw new Refused(HttpStatus.FORBIDDEN, "scope", "This access token does not have the scope admin.");
    }
}
