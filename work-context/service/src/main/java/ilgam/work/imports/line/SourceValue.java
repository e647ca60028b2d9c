package ilgam.work.imports.line;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * A value of an uploaded line that is not null. It is parsed only on use, so that numbers keep their digits and a line
 * needs hardly more memory than its text.
 *
 * @param text a decoded text, the literal of a number, true or false, or the JSON of a list or object
 */
public record SourceValue(Form form, String text) {

    public enum Form {
        TEXT,
        LITERAL,
        LIST,
        OBJECT
    }

    private static final List<String> NAMES =
            List.of("displayName", "name", "login", "username", "value", "emailAddress", "email", "key", "id");

    public boolean isPlain() {
        return form == Form.TEXT || form == Form.LITERAL;
    }

    public boolean isEmpty() {
        return switch (form) {
            case TEXT -> text.isEmpty();
            case LITERAL -> false;
            case LIST, OBJECT -> text.substring(1, text.length() - 1).isBlank();
        };
    }

    /** The value as one text: an object by its name, a list by its first element, otherwise their JSON. */
    @Nullable
    public String word() {
        return switch (form) {
            case TEXT, LITERAL -> text.isEmpty() ? null : text;
            case LIST -> {
                var first = elements(1);
                yield first.isEmpty()
                        ? null
                        : first.getFirst().isPlain() ? first.getFirst().word() : text;
            }
            case OBJECT -> {
                var fields = SourceLine.read(text);
                for (var name : NAMES) {
                    var value = fields.value(name);
                    if (value != null && value.isPlain() && !value.isEmpty()) yield value.text();
                }
                yield isEmpty() ? null : text;
            }
        };
    }

    /** The first elements of a list that are not null; any other value is its own single element. */
    public List<SourceValue> elements(int most) {
        return form == Form.LIST ? SourceLine.elements(text, most) : isEmpty() ? new ArrayList<>() : List.of(this);
    }

    String json() {
        return form == Form.TEXT
                ? '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"'
                : text;
    }
}
