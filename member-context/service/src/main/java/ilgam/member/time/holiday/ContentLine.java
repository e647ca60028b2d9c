package ilgam.member.time.holiday;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One line of an iCalendar file (RFC 5545, 3.1): {@code NAME;PARAMETER="value":value}.
 *
 * @param number of the line of the file in which it begins, counted from 1
 */
record ContentLine(int number, String name, Map<String, String> parameters, String value) {

    /** All lines of a file, unfolded. Malformed lines are ignored, as calendar programs do. */
    static List<ContentLine> in(String text) {
        var lines = new ArrayList<ContentLine>();
        var unfolded = new StringBuilder();
        int number = 0;
        int begun = 1;
        for (var line : text.split("\r\n|\n|\r", -1)) {
            number++;
            if (line.startsWith(" ") || line.startsWith("\t")) {
                unfolded.append(line, 1, line.length());
                continue;
            }
            read(begun, unfolded.toString(), lines);
            unfolded.setLength(0);
            unfolded.append(line);
            begun = number;
        }
        read(begun, unfolded.toString(), lines);
        return lines;
    }

    boolean is(String name, String value) {
        return this.name.equals(name) && this.value.strip().equalsIgnoreCase(value);
    }

    /** The name of a component in the form in which names are compared. */
    static String folded(String component) {
        return component.strip().toUpperCase(Locale.ROOT);
    }

    @Nullable
    String parameter(String name) {
        return parameters.get(name);
    }

    private static void read(int number, String text, List<ContentLine> into) {
        int colon = end(text, ':', 0, true);
        if (colon < 0) colon = text.indexOf(':');
        if (colon < 1) return;
        var head = text.substring(0, colon);
        int semicolon = end(head, ';', 0, true);
        var name = semicolon < 0 ? head : head.substring(0, semicolon);
        into.add(new ContentLine(
                number,
                name.strip().toUpperCase(Locale.ROOT),
                semicolon < 0 ? Map.of() : parameters(head, semicolon + 1),
                text.substring(colon + 1)));
    }

    private static Map<String, String> parameters(String head, int from) {
        var parameters = new HashMap<String, String>();
        while (from <= head.length()) {
            int to = end(head, ';', from, true);
            var one = head.substring(from, to < 0 ? head.length() : to);
            int sign = one.indexOf('=');
            if (sign > 0)
                parameters.put(
                        one.substring(0, sign).strip().toUpperCase(Locale.ROOT),
                        one.substring(sign + 1).strip().replace("\"", ""));
            from = to < 0 ? head.length() + 1 : to + 1;
        }
        return parameters;
    }

    /** The position of a separator outside quotes, or -1. */
    private static int end(String text, char separator, int from, boolean unquoted) {
        for (int at = from; at < text.length(); at++) {
            char here = text.charAt(at);
            if (here == '"') unquoted = !unquoted;
            else if (here == separator && unquoted) return at;
        }
        return -1;
    }
}
