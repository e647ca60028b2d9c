package ilgam.member.time.calendar;

import java.util.UUID;

import ilgam.member.language.MemberId;
import ilgam.starter.ids.Ids;

/** The id of a member's calendar, derived from the member's id, as the calendar is an aggregate of its own. */
public record CalendarId(UUID value) {

    public static CalendarId of(MemberId member) {
        return new CalendarId(Ids.named("work-calendar", member.toString()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
