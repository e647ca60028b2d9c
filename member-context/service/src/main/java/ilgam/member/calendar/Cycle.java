package ilgam.member.calendar;

import java.time.LocalDate;

/** A stretch of days that a member plans by, both ends included. */
public record Cycle(LocalDate from, LocalDate to) {}
