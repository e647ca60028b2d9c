package ilgam.member.web;

import java.util.List;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import ilgam.member.people.team.TeamRefused;
import ilgam.member.time.calendar.CalendarRefused;
import ilgam.member.time.company.CompanyRefused;
import ilgam.member.time.holiday.HolidayRefused;
import ilgam.starter.refusal.Refusal;
import ilgam.starter.refusal.Sentence;
import ilgam.starter.web.Problem;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;

/** Maps refusals about teams, work calendars, holidays and the company to HTTP statuses. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class TeamProblems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(TeamRefused refused) {
        var status = switch (refused.reason()) {
            case TEAM_NAME_TAKEN, NOT_IN_TEAM, LAST_LEAD, TEAM_DISBANDED -> CONFLICT;
            case STALE -> PRECONDITION_FAILED;
        };
        return problem(status, refused.reason(), refused.sentence());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(CalendarRefused refused) {
        var status = switch (refused.reason()) {
            case LEAVE_OVERLAPS, LEAVE_IS_OVER, LEAVE_LONG_AGO, CYCLE_HAS_BEGUN, DAY_IS_OVER -> CONFLICT;
            case DAY_TOO_FAR -> BAD_REQUEST;
            case STALE -> PRECONDITION_FAILED;
        };
        return problem(status, refused.reason(), refused.sentence());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(HolidayRefused refused) {
        var status = switch (refused.reason()) {
            case DAY_IS_OVER -> CONFLICT;
            case DAY_TOO_FAR -> BAD_REQUEST;
        };
        return problem(status, refused.reason(), refused.sentence());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(CompanyRefused refused) {
        var status = switch (refused.reason()) {
            case STALE -> PRECONDITION_FAILED;
        };
        return problem(status, refused.reason(), refused.sentence());
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, Refusal reason, Sentence sentence) {
        return ResponseEntity.of(Problem.of(status, reason, sentence, List.of()))
                .build();
    }
}
