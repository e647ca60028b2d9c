package ilgam.member.identity.mail;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Properties;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The texts of mails in one language: Korean for recipients who read it, English for all others. */
record Words(String language, Properties words) {

    private static final Words KOREAN = read("ko");
    private static final Words ENGLISH = read("en");

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT);

    static Words in(String languageTag) {
        return Locale.forLanguageTag(languageTag).getLanguage().equals("ko") ? KOREAN : ENGLISH;
    }

    String text(MailTemplate letter, String part) {
        return text(letter.key(part));
    }

    String text(String key) {
        var text = words.getProperty(key);
        if (text == null) throw new IllegalStateException("The mail texts lack " + key + " in " + language + ".");
        return text;
    }

    /** Formats a value for this language. */
    String of(Object fact) {
        return fact instanceof ZonedDateTime when
                ? WHEN.withLocale(Locale.forLanguageTag(language)).format(when) + " (" + when.getZone() + ")"
                : String.valueOf(fact);
    }

    private static Words read(String language) {
        var words = new Properties();
        try (var file = Words.class.getResourceAsStream("/mail/letters_" + language + ".properties")) {
            if (file == null) throw new IllegalStateException("There are no mail texts in " + language + ".");
            words.load(new InputStreamReader(file, UTF_8));
            return new Words(language, words);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
