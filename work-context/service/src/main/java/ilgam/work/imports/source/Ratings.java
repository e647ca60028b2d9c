package ilgam.work.imports.source;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import ilgam.work.imports.line.Tidy;
import ilgam.work.language.Priority;
import ilgam.work.language.Severity;

/** The names of priorities and severities in other trackers. */
final class Ratings {

    /** Names such as "1 - Critical", in which the number decides. */
    private static final Pattern NUMBERED = Pattern.compile("([ps]?\\d+)\\s*[-\u2010-\u2015:.)]\\s*\\D.*");

    private static final Map<String, Priority> PRIORITIES = Map.ofEntries(
            Map.entry("urgent", Priority.URGENT),
            Map.entry("blocker", Priority.URGENT),
            Map.entry("critical", Priority.URGENT),
            Map.entry("immediate", Priority.URGENT),
            Map.entry("highest", Priority.URGENT),
            Map.entry("p0", Priority.URGENT),
            Map.entry("p1", Priority.URGENT),
            Map.entry("1", Priority.URGENT),
            Map.entry("high", Priority.HIGH),
            Map.entry("major", Priority.HIGH),
            Map.entry("p2", Priority.HIGH),
            Map.entry("2", Priority.HIGH),
            Map.entry("normal", Priority.NORMAL),
            Map.entry("medium", Priority.NORMAL),
            Map.entry("moderate", Priority.NORMAL),
            Map.entry("p3", Priority.NORMAL),
            Map.entry("3", Priority.NORMAL),
            Map.entry("low", Priority.LOW),
            Map.entry("minor", Priority.LOW),
            Map.entry("lowest", Priority.LOW),
            Map.entry("trivial", Priority.LOW),
            Map.entry("p4", Priority.LOW),
            Map.entry("p5", Priority.LOW),
            Map.entry("4", Priority.LOW),
            Map.entry("5", Priority.LOW),
            Map.entry("none", Priority.NONE),
            Map.entry("--", Priority.NONE),
            Map.entry("", Priority.NONE));

    private static final Map<String, Severity> SEVERITIES = Map.ofEntries(
            Map.entry("critical", Severity.CRITICAL),
            Map.entry("blocker", Severity.CRITICAL),
            Map.entry("s1", Severity.CRITICAL),
            Map.entry("1", Severity.CRITICAL),
            Map.entry("major", Severity.MAJOR),
            Map.entry("high", Severity.MAJOR),
            Map.entry("s2", Severity.MAJOR),
            Map.entry("2", Severity.MAJOR),
            Map.entry("minor", Severity.MINOR),
            Map.entry("normal", Severity.MINOR),
            Map.entry("medium", Severity.MINOR),
            Map.entry("s3", Severity.MINOR),
            Map.entry("3", Severity.MINOR),
            Map.entry("trivial", Severity.TRIVIAL),
            Map.entry("low", Severity.TRIVIAL),
            Map.entry("s4", Severity.TRIVIAL),
            Map.entry("4", Severity.TRIVIAL));

    private Ratings() {}

    /** Empty for an unknown word. */
    static Optional<Priority> priority(@Nullable String word, ImportSettings settings) {
        var own = settings.priorities().get(fold(word));
        return own != null ? Optional.of(own) : Optional.ofNullable(known(PRIORITIES, fold(word)));
    }

    /** Empty for an unknown word. */
    static Optional<Severity> severity(String word) {
        return Optional.ofNullable(known(SEVERITIES, fold(word)));
    }

    /** Whether the word means that there is none. */
    static boolean isNone(@Nullable String word) {
        return PRIORITIES.get(fold(word)) == Priority.NONE;
    }

    static String fold(@Nullable String word) {
        return word == null ? "" : Tidy.line(word, 200).toLowerCase(Locale.ROOT);
    }

    private static <T> @Nullable T known(Map<String, T> meanings, String word) {
        var meaning = meanings.get(word);
        if (meaning != null) return meaning;
        var parts = NUMBERED.matcher(word);
        return parts.matches() ? meanings.get(parts.group(1)) : null;
    }
}
