package ilgam.member.holiday;

import java.util.List;
import java.util.UUID;

import org.axonframework.serialization.Revision;

import ilgam.member.language.HolidayEvent.Holiday;
import ilgam.starter.snapshots.Snapshot;

/** What a calendar of holidays is, whatever its past. */
@Revision("1")
record HolidaySnapshot(UUID calendar, List<Holiday> days) implements Snapshot {}
