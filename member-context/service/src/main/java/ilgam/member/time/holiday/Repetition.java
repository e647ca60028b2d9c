package ilgam.member.time.holiday;

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

import ilgam.member.time.holiday.FileZones.Zone;

/**
 * The recurrence rule of a holiday (RFC 5545, 3.3.10), limited to parts that are about days. The number of list values
 * is limited to few more than the days of a month and a week, as lists multiply with each other.
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
                    FileFault.RULE_TOO_LONG, "a rule may have at most {most} characters.", Map.of("most", LONGEST));
        var parts = Arrays.stream(typed.split(";", 0)).map(Part::of).toList();
        parts.forEach(Part::mustBeOfDays);
        if (parts.stream().noneMatch(part -> part.name().equals("FREQ")))
            throw new FaultyEvent(FileFault.NOT_A_RULE, "a rule such as FREQ=YEARLY is expected.");
        if (parts.stream().mapToInt(Part::listed).sum() > MOST_VALUES)
            throw new FaultyEvent(
                    FileFault.RULE_TOO_LONG,
                    "the lists of a rule may have at most {most} values in all.",
                    Map.of("most", MOST_VALUES));
        var repetition = new Repetition(typed);
        repetition.rule(utc -> utc);
        return repetition;
    }

    /**
     * The days between two days, both included. Without a COUNT, earlier days are skipped without being collected.
     *
     * @param zone in which an UNTIL in UTC is converted to a day
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
                throw new FaultyEvent(FileFault.NOT_A_RULE, "this part of a rule is not supported for holidays.");
            if (name.equals("FREQ") && !FREQUENCIES.contains(value))
                throw new FaultyEvent(FileFault.NOT_A_RULE, "a holiday can repeat by days, weeks, months or years.");
            if (name.equals("INTERVAL") && !value.matches("0*[1-9]\\d{0,4}"))
                throw new FaultyEvent(FileFault.NOT_A_RULE, "an interval must be a number of at least 1.");
        }

        private int listed() {
            return LISTS.contains(name) ? value.split(",", -1).length : 0;
        }
    }
}
