package ilgam.member.holiday;

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

/** The zones that a calendar names: by IANA's names, by those of Windows, or by rules that it brings along. */
final class FileZones {

    private static final Pattern OFFSET = Pattern.compile("\\(?(?:UTC|GMT) ?([+-]\\d\\d):?(\\d\\d)\\b.*");

    /** What a clock in a zone shows at a time of UTC. */
    interface Zone extends UnaryOperator<LocalDateTime> {}

    private final Map<String, Zone> brought = new HashMap<>();
    private final List<String> named = new ArrayList<>();

    /** The calendar says in which zone it is meant. */
    void calendarIsOf(String name) {
        named.addFirst(name);
    }

    /** @param component the lines of a VTIMEZONE, its BEGIN and END too */
    void bring(List<ContentLine> component) {
        var name = value(component, "TZID");
        if (name == null) return;
        named.add(name);
        var place = value(component, "X-LIC-LOCATION");
        var zone = known(name);
        if (zone == null && place != null) zone = known(place);
        if (zone == null) zone = computed(component);
        if (zone != null) brought.put(name, zone);
    }

    /** The zones in which a time of UTC may be meant, the likeliest first. */
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
        var own = brought.get(name);
        return own != null ? own : known(name);
    }

    private static @Nullable Zone known(String name) {
        var windows = TimeZone.getIDForWindowsID(name, null);
        if (windows != null) return iana(windows);
        var offset = OFFSET.matcher(name);
        if (offset.matches()) return iana(offset.group(1) + ":" + offset.group(2));
        var zone = iana(name);
        // some programs put their own name before: /mozilla.org/20050126_1/Asia/Seoul
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
            return null; // as if the calendar had brought none
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
