package ilgam.starter.security;

import org.springframework.http.HttpStatus;

import ilgam.starter.refusal.CommonReason;
import ilgam.starter.web.Refused;

/** What only admins do, and their programs with the scope admin. */
public final class Operators {

    private Operators() {}

    /**
     * The caller is one.
     *
     * @throws Refused as 403 with this sentence when not
     */
    public static void mustBe(Caller caller, String sentence) {
        if (caller.is("ADMIN")) return;
        if (caller.role().equals("ADMIN"))
            throw new Refused(
                    HttpStatus.FORBIDDEN, CommonReason.SCOPE, "This access token does not have the scope admin.");
        throw new Refused(HttpStatus.FORBIDDEN, CommonReason.ROLE, sentence);
    }
}
