package ilgam.member.time.api;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

import ilgam.member.text.Days;
import ilgam.member.text.FieldReason;
import ilgam.member.text.Invalid;
import ilgam.member.text.InvalidReason;
import ilgam.member.time.holiday.HolidayFile;
import ilgam.starter.refusal.CommonFieldReason;
import ilgam.starter.web.Refused;
import ilgam.starter.web.StorableDates;

/** An uploaded file of holidays, the name of its calendar, and the first day it counts. */
record HolidayUpload(MultipartFile file, String name, LocalDate from) {

    private static final int MOST_BYTES = 1024 * 1024;

    static HolidayUpload of(MultipartHttpServletRequest upload, LocalDate today) {
        var file = upload.getFile("calendar");
        if (file == null)
            throw new Invalid(CommonFieldReason.REQUIRED, "The upload needs an iCalendar file as its part 'calendar'.");
        if (file.getSize() > MOST_BYTES)
            throw new Refused(
                    HttpStatus.CONTENT_TOO_LARGE,
                    InvalidReason.TOO_LARGE,
                    "A calendar file has at most {most}.",
                    Map.of("most", "1 MB"));
        var name = upload.getParameter("name");
        return new HolidayUpload(
                file,
                TypedName.of(name == null || name.isBlank() ? TypedName.ofFile(file.getOriginalFilename()) : name),
                Days.notBefore(today, day(upload.getParameter("effectiveFrom"))));
    }

    HolidayFile holidays() throws IOException {
        return HolidayFile.of(file.getBytes());
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        if (text == null || text.isBlank()) return null;
        var day = StorableDates.day(text.strip());
        if (day == null)
            throw new Invalid(FieldReason.NOT_A_DATE, "A date such as 2026-01-31 is expected as 'effectiveFrom'.");
        return day;
    }
}
