package ilgam.starter.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Dates and instants that the database can store: those of the years 1 to 9999. */
final class Storable {

    private Storable() {}

    /** Refuses any other date or instant; values of other types pass. */
    static void mustBe(Object value) {
        switch (value) {
            case LocalDate day
            when !isShown(day.getYear()) -> throw new DateTimeException("The year must be between 1 and 9999.");
            case Instant instant
            when !isShown(instant.atOffset(ZoneOffset.UTC).getYear()) ->
                throw new DateTimeException("The year must be between 1 and 9999.");
            default -> {}
        }
    }

    private static boolean isShown(int year) {
        return year >= 1 && year <= 9999;
    }
}
