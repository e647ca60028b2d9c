package ilgam.starter.security;

import org.springframework.http.HttpStatus;

import ilgam.starter.refusal.CommonReason;
import ilgam.starter.web.Refused;

/** Checks for requests of operators: admins, and their tokens with the scope admin. */
public final class Operators {

    private Operators() {}

    /**
     * Refuses a caller who is not an operator.
     *
     * @throws Refused as 403 with this sentence
     */
    public static void mustBe(Caller caller, String sentence) {
        if (caller.is("ADMIN")) return;
        if (caller.role().equals("ADMIN"))
            throw new Refused(
                    HttpStatus.FORBIDDEN, CommonReason.SCOPE, "This access token does not have the scope admin.");
        throw new Refused(HttpStatus.FORBIDDEN, CommonReason.ROLE, sentence);
    }
}
