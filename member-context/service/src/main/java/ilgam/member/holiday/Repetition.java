package ilgam.member.holiday;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import net.fortuna.ical4j.model.Recur;

import ilgam.member.holiday.FileZones.Zone;

/**
 * How a holiday repeats (RFC 5545, 3.3.10), as far as days have it. Long lists multiply with each other, so a rule may
 * have few more values than the days of a month and the days of a week.
 */
record Repetition(String typed) {

    private static final Pattern UNTIL = Pattern.compile("UNTIL=(\\d{8})T(\\d{6})(Z?)");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
    private static final int LONGEST = 500;
    private static final int MOST_VALUES = 60;
    private static final Set<String> FREQUENCIES = Set.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY");
    private static final Set<String> LISTS =
            Set.of("BYDAY", "BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS");
    private static final Set<String> OTHERS = Set.of("FREQ", "UNTIL", "COUNT", "INTERVAL", "WKST");

    static Repetition of(String value) {
        var typed = value.strip().toUpperCase(Locale.ROOT);
        if (typed.length() > LONGEST)
            throw new FaultyEvent(
                    FileFault.RULE_TOO_LONG, "a rule has at most {most} characters.", Map.of("most", LONGEST));
        var parts = Arrays.stream(typed.split(";", 0)).map(Part::of).toList();
        parts.forEach(Part::mustBeOfDays);
        if (parts.stream().noneMatch(part -> part.name().equals("FREQ")))
            throw new FaultyEvent(FileFault.NOT_A_RULE, "a rule such as FREQ=YEARLY is expected.");
        if (parts.stream().mapToInt(Part::listed).sum() > MOST_VALUES)
            throw new FaultyEvent(
                    FileFault.RULE_TOO_LONG,
                    "the lists of a rule have at most {most} values in all.",
                    Map.of("most", MOST_VALUES));
        var repetition = new Repetition(typed);
        repetition.rule(utc -> utc);
        return repetition;
    }

    /**
     * Those between two days, both included; without a COUNT, the ones before them are passed over, not collected.
     *
     * @param zone by which an end that is given in UTC has its day
     */
    List<LocalDate> starts(Zone zone, LocalDate seed, LocalDate from, LocalDate to, int most) {
        return rule(zone).getDates(seed, from, to, most);
    }

    private Recur<LocalDate> rule(Zone zone) {
        try {
            return new Recur<>(UNTIL.matcher(typed).replaceAll(until -> "UNTIL=" + day(until, zone)));
        } catch (IllegalArgumentException | DateTimeException | NoSuchElementException noRule) {
            throw new FaultyEvent(FileFault.NOT_A_RULE, "a rule such as FREQ=YEARLY is expected.");
        }
    }

    private static String day(MatchResult until, Zone zone) {
        if (until.group(3).isEmpty()) return until.group(1);
        var utc = LocalDateTime.parse(until.group(1) + "T" + until.group(2), TIME);
        return zone.apply(utc).toLocalDate().format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private record Part(String name, String value) {

        private static Part of(String text) {
            int sign = text.indexOf('=');
            if (sign < 0) throw new FaultyEvent(FileFault.NOT_A_RULE, "a rule such as FREQ=YEARLY is expected.");
            return new Part(
                    text.substring(0, sign).strip(), text.substring(sign + 1).strip());
        }

        private void mustBeOfDays() {
            if (!LISTS.contains(name) && !OTHERS.contains(name))
                throw new FaultyEvent(FileFault.NOT_A_RULE, "a holiday does not repeat by such a part of a rule.");
            if (name.equals("FREQ") && !FREQUENCIES.contains(value))
                throw new FaultyEvent(FileFault.NOT_A_RULE, "holidays repeat by days, weeks, months or years.");
            if (name.equals("INTERVAL") && !value.matches("0*[1-9]\\d{0,4}"))
                throw new FaultyEvent(FileFault.NOT_A_RULE, "an interval is a number from 1 on.");
        }

        private int listed() {
            return LISTS.contains(name) ? value.split(",", -1).length : 0;
        }
    }
}
