package ilgam.standalone;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The little JSON that the launcher writes; a library would cost it memory. */
final class Json {

    private Json() {}

    static String of(List<?> values) {
        return values.stream().map(Json::value).collect(Collectors.joining(",", "[", "]"));
    }

    static String of(Map<String, ?> values) {
        return values.entrySet().stream()
                .map(entry -> quoted(entry.getKey()) + ":" + value(entry.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String value(Object value) {
        return switch (value) {
            case Number number -> number.toString();
            case Map<?, ?> nested ->
                of(nested.entrySet().stream()
                        .collect(Collectors.toMap(entry -> entry.getKey().toString(), Map.Entry::getValue)));
            case List<?> list -> of(list);
            default -> quoted(value.toString());
        };
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.chars().forEach(character -> {
            if (character == '"' || character == '\\') quoted.append('\\').append((char) character);
            else if (character < ' ') quoted.append("\\u%04x".formatted(character));
            else quoted.append((char) character);
        });
        return quoted.append('"').toString();
    }
}
