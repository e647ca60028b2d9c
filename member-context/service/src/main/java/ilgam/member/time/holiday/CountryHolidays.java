package ilgam.member.time.holiday;

import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.ibm.icu.util.ULocale;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import org.springframework.stereotype.Component;

import ilgam.member.language.HolidayEvent.Holiday;

/**
 * The public holidays of whole countries, with their local names. Korea's are computed here, all others by Jollyday.
 */
@Component
public class CountryHolidays {

    private static final String KOREA = "KR";
    private static final Predicate<String> CODE = Pattern.compile("[A-Z]{2}").asMatchPredicate();

    /** The ISO codes of the supported countries. */
    public Set<String> countries() {
        return Stream.concat(HolidayManager.getSupportedCalendarCodes().stream(), Stream.of(KOREA))
                .map(code -> code.toUpperCase(Locale.ROOT))
                .filter(CODE)
                .filter(Set.of(Locale.getISOCountries())::contains)
                .collect(Collectors.toUnmodifiableSet());
    }

    public Optional<String> known(String country) {
        return Optional.of(country.toUpperCase(Locale.ROOT)).filter(countries()::contains);
    }

    List<Holiday> of(String country, int firstYear, int lastYear) {
        return IntStream.rangeClosed(firstYear, lastYear)
                .mapToObj(year -> country.equals(KOREA) ? KoreanHolidays.of(year) : computed(country, year))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Holiday> computed(String country, int year) {
        var language = languageOf(country);
        return HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)))
                .getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY)
                .stream()
                .map(day -> new Holiday(day.getDate(), day.getDescription(language)))
                .toList();
    }

    private static Locale languageOf(String country) {
        return ULocale.addLikelySubtags(new ULocale("und_" + country)).toLocale();
    }
}
