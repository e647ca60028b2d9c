package ilgam.member.web;

import org.springframework.http.HttpStatus;

import ilgam.member.identity.account.AccountRefused;
import ilgam.member.identity.admission.AdmissionRefused;
import ilgam.member.identity.token.TokenRefused;
import ilgam.member.people.membership.MemberRefused;
import ilgam.member.people.team.TeamRefused;
import ilgam.member.time.calendar.CalendarRefused;
import ilgam.member.time.company.CompanyRefused;
import ilgam.member.time.holiday.HolidayRefused;
import ilgam.starter.refusal.CommonReason;
import ilgam.starter.refusal.Refusal;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
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
            case AccountRefused.Reason it -> of(it);
            case AdmissionRefused.Reason it -> of(it);
            case CalendarRefused.Reason it -> of(it);
            case CompanyRefused.Reason it -> of(it);
            case HolidayRefused.Reason it -> of(it);
            case MemberRefused.Reason it -> of(it);
            case TeamRefused.Reason it -> of(it);
            case TokenRefused.Reason it -> of(it);
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

    private static HttpStatus of(CalendarRefused.Reason reason) {
        return switch (reason) {
            case LEAVE_OVERLAPS, LEAVE_IS_OVER, LEAVE_LONG_AGO, CYCLE_HAS_BEGUN, DAY_IS_OVER -> CONFLICT;
            case DAY_TOO_FAR -> BAD_REQUEST;
            case STALE -> PRECONDITION_FAILED;
        };
    }

    private static HttpStatus of(CompanyRefused.Reason reason) {
        return switch (reason) {
            case STALE -> PRECONDITION_FAILED;
        };
    }

    private static HttpStatus of(HolidayRefused.Reason reason) {
        return switch (reason) {
            case DAY_IS_OVER -> CONFLICT;
            case DAY_TOO_FAR -> BAD_REQUEST;
        };
    }

    private static HttpStatus of(MemberRefused.Reason reason) {
        return switch (reason) {
            case LAST_ADMIN, NO_ACCOUNT, HAS_ACCOUNT, DEACTIVATED, ERASED, MERGED, NOT_A_MEMBER -> CONFLICT;
            case STALE -> PRECONDITION_FAILED;
        };
    }

    private static HttpStatus of(TeamRefused.Reason reason) {
        return switch (reason) {
            case TEAM_NAME_TAKEN, NOT_IN_TEAM, LAST_LEAD, TEAM_DISBANDED -> CONFLICT;
            case STALE -> PRECONDITION_FAILED;
        };
    }

    private static HttpStatus of(TokenRefused.Reason reason) {
        return switch (reason) {
            case TOO_MANY_TOKENS -> CONFLICT;
        };
    }
}
