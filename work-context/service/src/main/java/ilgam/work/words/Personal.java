package ilgam.work.words;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Finds personal data in fields of another tracker, so that it can be stored where it can be erased, and hidden where
 * it cannot.
 */
public final class Personal {

    /** The replacement of a personal value. */
    public static final String HIDDEN = "[hidden]";

    /** The name under which an import stores an item's fields without counterpart, as one JSON object. */
    public static final String LEFT_OVER = "source";

    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_DOMAIN = 253;
    private static final int LONGEST = 8 << 20;
    private static final int DEEPEST = 10_000;

    private static final Pattern PERSON = Pattern.compile(
            "(watch(er|ed|ing)|follow(er|ing)|subscrib|participant|voter|voted|reporter|assignee|assigned|reviewer|approver|"
                    + "author|creator|requester|requestor|submitter|owner|opener|caller|contact|member|actor|email|"
                    + "collaborator|committer|developer|tester|mentor|username|user|person|people|involved|customer|"
                    + "login|phone|displayname|realname|fullname|firstname|lastname)(s|list|names?|emails?|ids?|to)?");
    private static final Pattern HUMP = Pattern.compile("(\\p{Ll})(\\p{Lu})");
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> SHORT =
            Set.of("cc", "ccs", "cclist", "bcc", "qa", "qacontact", "lead", "nick", "by");

    /** Free texts, which may name people. */
    private static final Set<String> FREE_TEXT = Set.of("title", "description", "comment");

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST)
                    .maxNameLength(LONGEST)
                    .maxNumberLength(LONGEST)
                    .build())
            .streamWriteConstraints(StreamWriteConstraints.builder()
                    .maxNestingDepth(DEEPEST + 1)
                    .build())
            .build();

    private Personal() {}

    /** Whether a field of this name contains persons, by its whole name or by its last word. */
    public static boolean isPerson(String field) {
        var words = WORDS.split(
                HUMP.matcher(field).replaceAll("$1 $2").toLowerCase(Locale.ROOT).strip());
        if (words.length == 0) return false;
        return names(String.join("", words)) || names(words[words.length - 1]);
    }

    private static boolean names(String word) {
        return SHORT.contains(word)
                || word.endsWith("edby")
                || PERSON.matcher(word).matches();
    }

    /** A value of a foreign field as it may be shown. */
    public static @Nullable String hidden(String field, @Nullable String value) {
        return hidden(field, value, _ -> {});
    }

    /**
     * A value of a foreign field without personal data.
     *
     * @param found receives each value that was removed
     */
    public static @Nullable String hidden(String field, @Nullable String value, Consumer<String> found) {
        if (value == null || value.isBlank() || value.equals(HIDDEN) || FREE_TEXT.contains(field)) return value;
        if (isPerson(field)) {
            found.accept(value);
            return HIDDEN;
        }
        return withoutMails(withoutPersons(value, found), found);
    }

    private static String withoutPersons(String json, Consumer<String> found) {
        if (json.isEmpty() || (json.charAt(0) != '{' && json.charAt(0) != '[')) return json;
        var copy = new StringWriter(json.length());
        var taken = new ArrayList<String>();
        try (var parser = JSON.createParser(ObjectReadContext.empty(), json);
                var generator = JSON.createGenerator(ObjectWriteContext.empty(), copy)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                copy(token, parser, generator);
                if (token == JsonToken.PROPERTY_NAME && isPerson(parser.currentName()))
                    hide(parser, generator, json, taken);
            }
        } catch (JacksonException cutOff) {
            return json;
        }
        if (taken.isEmpty()) return json;
        taken.forEach(found);
        return copy.toString();
    }

    private static void hide(JsonParser parser, JsonGenerator generator, String json, List<String> taken) {
        var token = parser.nextToken();
        switch (token) {
            case VALUE_STRING -> {
                var text = parser.getString();
                if (!text.isBlank() && !text.equals(HIDDEN)) taken.add(text);
                generator.writeString(text.isBlank() ? text : HIDDEN);
            }
            case START_ARRAY, START_OBJECT -> {
                var from = (int) parser.currentTokenLocation().getCharOffset();
                parser.skipChildren();
                taken.add(json.substring(from, (int) parser.currentLocation().getCharOffset()));
                generator.writeString(HIDDEN);
            }
            default -> copy(token, parser, generator);
        }
    }

    private static void copy(JsonToken token, JsonParser parser, JsonGenerator generator) {
        switch (token) {
            case START_OBJECT -> generator.writeStartObject();
            case END_OBJECT -> generator.writeEndObject();
            case START_ARRAY -> generator.writeStartArray();
            case END_ARRAY -> generator.writeEndArray();
            case PROPERTY_NAME -> generator.writeName(parser.currentName());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> generator.writeNumber(parser.getString());
            case VALUE_TRUE -> generator.writeBoolean(true);
            case VALUE_FALSE -> generator.writeBoolean(false);
            case VALUE_NULL -> generator.writeNull();
            default -> generator.writeString(parser.getString());
        }
    }

    /** A text with each e-mail address hidden, in linear time for any text. */
    public static String withoutMails(String text, Consumer<String> found) {
        int at = text.indexOf('@');
        if (at < 0) return text;
        var rest = new StringBuilder();
        int copied = 0;
        for (; at >= 0; at = text.indexOf('@', at + 1)) {
            int from = at;
            while (from > copied && at - from < LONGEST_LOCAL_PART && isLocal(text.charAt(from - 1))) from--;
            int to = endOfDomain(text, at);
            if (from == at || to == at) continue;
            found.accept(text.substring(from, to));
            rest.append(text, copied, from).append(HIDDEN);
            copied = to;
        }
        return copied == 0 ? text : rest.append(text, copied, text.length()).toString();
    }

    /** Where the domain after the sign ends; at the sign if none follows. What comes after a full stop may be text. */
    private static int endOfDomain(String text, int at) {
        int end = at + 1;
        while (end < text.length() && end - at <= LONGEST_DOMAIN && isDomain(text.charAt(end))) end++;
        int to = trimmed(text, at, end);
        for (int dot = to - 1; dot > at + 1; dot--) {
            if (text.charAt(dot) != '.') continue;
            if (to - dot > 2 && Character.isLetter(text.charAt(dot + 1))) return to;
            to = trimmed(text, at, dot);
        }
        return at;
    }

    /** The end without the punctuation before it. */
    private static int trimmed(String text, int at, int end) {
        int to = end;
        while (to > at + 1 && !Character.isLetterOrDigit(text.charAt(to - 1))) to--;
        return to;
    }

    private static boolean isLocal(char c) {
        return Character.isLetterOrDigit(c) || "._%+-'!#$&*/=?^`{|}~".indexOf(c) >= 0;
    }

    private static boolean isDomain(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-';
    }
}
