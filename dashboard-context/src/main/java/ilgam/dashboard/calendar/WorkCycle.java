package ilgam.dashboard.calendar;

import java.time.LocalDate;

/** A stretch of days that a member plans by, both ends included. */
public record WorkCycle(LocalDate start, LocalDate end) {}
