package ilgam.starter.refusal;

import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentence of a refusal, and its limits, keys, dates and names as named values, with which clients can make a
 * sentence in another language.
 *
 * @param values numbers, texts and lists of texts
 */
public record Sentence(String text, Map<String, Object> values) {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(:,)?}");

    public Sentence {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** A sentence without values. */
    public static Sentence of(String text) {
        return new Sentence(text, Map.of());
    }

    /**
     * A sentence with placeholders for its values: {@code {most}}, or {@code {most:,}} for a number with thousands
     * separators. Values without a placeholder are included, too.
     */
    public static Sentence of(String text, Map<String, ?> values) {
        var plain = new TreeMap<String, Object>();
        values.forEach((name, value) -> plain.put(name, plain(value)));
        return new Sentence(filled(text, plain), plain);
    }

    /** Replaces all placeholders in one pass, so that a value that looks like a placeholder stays as it is. */
    private static String filled(String text, Map<String, Object> values) {
        return PLACE.matcher(text).replaceAll(place -> {
            var value = values.get(place.group(1));
            return value == null ? Matcher.quoteReplacement(place.group()) : written(value, place.group(2) != null);
        });
    }

    private static String written(Object value, boolean commas) {
        var written = switch (value) {
            case Number number when commas -> String.format(Locale.ROOT, "%,d", number.longValue());
            case Collection<?> several ->
                String.join(", ", several.stream().map(String::valueOf).toList());
            default -> String.valueOf(value);
        };
        return Matcher.quoteReplacement(written);
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Number number -> number;
            case Collection<?> several -> several.stream().map(String::valueOf).toList();
            default -> String.valueOf(value);
        };
    }
}
