package ilgam.member.time.holiday;

import java.util.List;

import ilgam.member.language.HolidayEvent.Holiday;

/**
 * The holidays of a file.
 *
 * @param notes events that could not be used; limited in number
 */
record FileDays(List<Holiday> days, List<FileNote> notes) {}
