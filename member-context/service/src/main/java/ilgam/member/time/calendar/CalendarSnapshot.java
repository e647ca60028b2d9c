package ilgam.member.time.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.axonframework.serialization.Revision;

import ilgam.starter.snapshots.Snapshot;

/** The state of a member's calendar for a snapshot. */
@Revision("1")
record CalendarSnapshot(
        CalendarId calendar,
        @JsonProperty("rhythms") Map<LocalDate, WorkCycle> workCycles,
        Map<UUID, Leave> leave,
        Map<UUID, Long> takenIn,
        List<UUID> ended,
        @JsonProperty("rhythmSetIn") long workCycleSetIn,
        long leaveChangedIn)
        implements Snapshot {}
