package ilgam.member.web;

import org.springframework.http.HttpStatus;

import ilgam.member.identity.account.AccountRefused;
import ilgam.member.identity.admission.AdmissionRefused;
import ilgam.starter.refusal.CommonReason;
import ilgam.starter.refusal.Refusal;
import ilgam.starter.refusal.RuleReason;
import ilgam.starter.web.Problem;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.GONE;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.TOO_MANY_REQUESTS;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

/** The HTTP status of every reason for which a rule of this context refuses a request. */
final class StatusOf {

    private StatusOf() {}

    static HttpStatus reason(Refusal reason) {
        return switch (reason) {
            case RuleReason it -> Problem.statusOf(it.kind());
            case AccountRefused.Reason it -> of(it);
            case AdmissionRefused.Reason it -> of(it);
            case CommonReason.STALE -> PRECONDITION_FAILED;
            default -> throw new IllegalArgumentException("No status is known for the reason " + reason.code());
        };
    }

    private static HttpStatus of(AccountRefused.Reason reason) {
        return switch (reason) {
            case EMAIL_TAKEN -> CONFLICT;
            case ACCOUNT_DEACTIVATED, SETUP_CODE, WRONG_PASSWORD, EMAIL_UNCONFIRMED -> FORBIDDEN;
            case RESET_UNKNOWN, CONFIRMATION_UNKNOWN -> NOT_FOUND;
            case HISTORY_TAKEN -> GONE;
            case WRONG_CREDENTIALS -> UNAUTHORIZED;
            case TOO_MANY_ATTEMPTS -> TOO_MANY_REQUESTS;
            case BUSY -> SERVICE_UNAVAILABLE;
            case IDEMPOTENCY_KEY_REUSED -> UNPROCESSABLE_CONTENT;
        };
    }

    private static HttpStatus of(AdmissionRefused.Reason reason) {
        return switch (reason) {
            case INVITATION_NEEDED, DOMAIN_NOT_ALLOWED -> FORBIDDEN;
            case INVITATION_UNKNOWN -> NOT_FOUND;
            case INVITATION_USED -> CONFLICT;
            case INVITATION_EXPIRED, INVITATION_REVOKED, INVITATION_REPLACED -> GONE;
            case IDEMPOTENCY_KEY_REUSED -> UNPROCESSABLE_CONTENT;
        };
    }
}
