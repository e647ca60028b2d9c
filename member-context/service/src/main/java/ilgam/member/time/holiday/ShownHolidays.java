package ilgam.member.time.holiday;

import java.util.UUID;

/** The version of a holiday calendar that the projection shows. */
public interface ShownHolidays {

    boolean shows(UUID calendar, long version);
}
