package ilgam.member.holiday;

import java.util.UUID;

/** How far everybody sees what was set. */
public interface ShownHolidays {

    boolean shows(UUID calendar, long version);
}
