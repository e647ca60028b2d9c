package ilgam.member.calendar;

import java.util.UUID;

import ilgam.member.language.MemberId;
import ilgam.starter.ids.Ids;

/** A member's calendar: another stream of events than the member's own, so another id that follows from it. */
public record CalendarId(UUID value) {

    public static CalendarId of(MemberId member) {
        return new CalendarId(Ids.named("work-calendar", member.toString()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
