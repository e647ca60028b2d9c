package ilgam.member.time.holiday;

import java.io.StringReader;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.VTimeZone;
import org.jspecify.annotations.Nullable;

/** The time zones that a calendar names: IANA names, Windows names, or rules defined in the file. */
final class FileZones {

    private static final Pattern OFFSET = Pattern.compile("\\(?(?:UTC|GMT) ?([+-]\\d\\d):?(\\d\\d)\\b.*");

    /** Converts a time of UTC to the local time of a zone. */
    interface Zone extends UnaryOperator<LocalDateTime> {}

    private final Map<String, Zone> defined = new HashMap<>();
    private final List<String> named = new ArrayList<>();

    /** Adds the zone that the calendar declares as its own. */
    void calendarIsOf(String name) {
        named.addFirst(name);
    }

    /**
     * Adds a zone that the file defines.
     *
     * @param component the lines of a VTIMEZONE, including its BEGIN and END
     */
    void define(List<ContentLine> component) {
        var name = value(component, "TZID");
        if (name == null) return;
        named.add(name);
        var place = value(component, "X-LIC-LOCATION");
        var zone = known(name);
        if (zone == null && place != null) zone = known(place);
        if (zone == null) zone = computed(component);
        if (zone != null) defined.put(name, zone);
    }

    /** The zones in which a time of UTC may be meant, the most likely first. */
    List<Zone> candidates(List<@Nullable String> ofTheEvent) {
        var names = new ArrayList<@Nullable String>(ofTheEvent);
        names.addAll(named);
        return names.stream()
                .filter(Objects::nonNull)
                .distinct()
                .map(this::zone)
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable Zone zone(String name) {
        var own = defined.get(name);
        return own != null ? own : known(name);
    }

    private static @Nullable Zone known(String name) {
        var windows = TimeZone.getIDForWindowsID(name, null);
        if (windows != null) return iana(windows);
        var offset = OFFSET.matcher(name);
        if (offset.matches()) return iana(offset.group(1) + ":" + offset.group(2));
        var zone = iana(name);
        // some programs add a prefix of their own: /mozilla.org/20050126_1/Asia/Seoul
        for (int slash = name.indexOf('/'); zone == null && slash >= 0; slash = name.indexOf('/', slash + 1))
            zone = iana(name.substring(slash + 1));
        return zone;
    }

    private static @Nullable Zone iana(String name) {
        try {
            var zone = ZoneId.of(name);
            return utc -> utc.atOffset(ZoneOffset.UTC).atZoneSameInstant(zone).toLocalDateTime();
        } catch (DateTimeException unknown) {
            return null;
        }
    }

    private static @Nullable Zone computed(List<ContentLine> component) {
        var text = new StringBuilder("BEGIN:VCALENDAR\r\n");
        component.forEach(line ->
                text.append(line.name()).append(':').append(line.value()).append("\r\n"));
        try {
            var zone = VTimeZone.create(
                    new StringReader(text.append("END:VCALENDAR\r\n").toString()));
            return zone == null
                    ? null
                    : utc -> utc.plusSeconds(
                            zone.getOffset(utc.toInstant(ZoneOffset.UTC).toEpochMilli()) / 1000);
        } catch (RuntimeException unreadable) {
            return null; // as if the file did not define the zone
        }
    }

    private static @Nullable String value(List<ContentLine> component, String name) {
        return component.stream()
                .filter(line -> line.name().equals(name))
                .map(line -> line.value().strip())
                .findFirst()
                .orElse(null);
    }
}
