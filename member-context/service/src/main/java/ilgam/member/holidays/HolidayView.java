package ilgam.member.holidays;

import java.time.LocalDate;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;

/** A holiday, and the id of the calendar that it comes from. */
@Schema(name = "Holiday")
public record HolidayView(LocalDate date, String name, UUID calendar) {}
