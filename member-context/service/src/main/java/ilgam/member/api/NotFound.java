package ilgam.member.api;

import org.springframework.http.HttpStatus;

import ilgam.starter.refusal.CommonReason;
import ilgam.starter.web.Refused;

/** What was asked for is not there, or not for the member who asked. */
final class NotFound {

    private NotFound() {}

    static Refused because(String sentence) {
        return new Refused(HttpStatus.NOT_FOUND, CommonReason.NOT_FOUND, sentence);
    }
}
