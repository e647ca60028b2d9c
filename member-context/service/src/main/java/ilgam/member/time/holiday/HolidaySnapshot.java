package ilgam.member.time.holiday;

import java.util.List;
import java.util.UUID;

import org.axonframework.serialization.Revision;

import ilgam.member.language.HolidayEvent.Holiday;
import ilgam.starter.snapshots.Snapshot;

/** The state of a calendar of holidays for a snapshot. */
@Revision("1")
record HolidaySnapshot(UUID calendar, List<Holiday> days) implements Snapshot {}
