package ilgam.member.holiday;

import java.util.List;

import ilgam.member.language.HolidayEvent.Holiday;

/**
 * What a file says.
 *
 * @param notes of events that could not be used, the first ones of many
 */
record FileDays(List<Holiday> days, List<FileNote> notes) {}
