package ilgam.member.api;

import org.springframework.http.HttpStatus;

import ilgam.starter.refusal.CommonReason;
import ilgam.starter.web.Refused;

/** Something does not exist, or is not visible to the caller. */
final class NotFound {

    private NotFound() {}

    static Refused because(String sentence) {
        return new Refused(HttpStatus.NOT_FOUND, CommonReason.NOT_FOUND, sentence);
    }
}
