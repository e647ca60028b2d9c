package ilgam.member.web;

import org.springframework.http.HttpStatus;

import ilgam.starter.refusal.CommonReason;
import ilgam.starter.web.Refused;

/** Something does not exist, or is not visible to the caller. */
public final class NotFound {

    private NotFound() {}

    public static Refused because(String sentence) {
        return new Refused(HttpStatus.NOT_FOUND, CommonReason.NOT_FOUND, sentence);
    }
}
