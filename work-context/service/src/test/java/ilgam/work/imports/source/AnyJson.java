package ilgam.work.imports.source;

import java.util.ArrayList;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Lines of an import with any JSON in any field. */
public final class AnyJson {

    private static final List<String> ITEM_FIELDS = List.of(
            "id",
            "project",
            "kind",
            "title",
            "description",
            "created_at",
            "reporter",
            "assignee",
            "priority",
            "severity",
            "status",
            "status_category",
            "resolution",
            "labels",
            "parent",
            "links",
            "watchers",
            "cc",
            "components",
            "extra");
    private static final List<String> EVENT_FIELDS = List.of("seq", "at", "actor", "field", "from", "to");

    private AnyJson() {}

    /** Lines of items, most with the id A-1. */
    public static Arbitrary<String> items() {
        return lines(ITEM_FIELDS, "{\"id\":\"A-1\"");
    }

    /** Lines of events of the item A-1, most with a time. */
    public static Arbitrary<String> events() {
        return lines(EVENT_FIELDS, "{\"item_id\":\"A-1\",\"at\":\"2020-01-01T00:00:00Z\"");
    }

    /** Some of the fields with any value; of those that the beginning has, the later one counts. */
    private static Arbitrary<String> lines(List<String> names, String beginning) {
        var field =
                Combinators.combine(Arbitraries.of(names), values(2)).as((name, value) -> quoted(name) + ":" + value);
        return field.list().ofMaxSize(6).map(fields -> {
            var parts = new ArrayList<>(List.of(beginning));
            parts.addAll(fields);
            return String.join(",", parts) + "}";
        });
    }

    private static Arbitrary<String> values(int depth) {
        var plain = Arbitraries.oneOf(
                Arbitraries.of(
                        "null",
                        "true",
                        "0",
                        "-1.50",
                        "1e400",
                        "12345678901234567890",
                        "\"\"",
                        "\" \"",
                        "[]",
                        "{}",
                        "\"status\"",
                        "\"priority\"",
                        "\"severity\"",
                        "\"comment\"",
                        "\"assignee\"",
                        "\"resolution\"",
                        "\"created\"",
                        "\"Open\"",
                        "\"Done\"",
                        "\"Major\"",
                        "\"1 - Critical\"",
                        "\"ada\"",
                        "\"A-2\"",
                        "\"2020-02-30\"",
                        "\"2020-01-01T10:00:00.000+0900\"",
                        "\"2098-01-01\"",
                        "\"0001-01-01T00:00:00Z\"",
                        "\"\\u0000\"",
                        "\"\\ud83d\"",
                        "\"\\u001b[1mx\"",
                        "\"\\u202e\"",
                        "\"\\u3164\\u200b\"",
                        "\"a@example.org\""),
                Arbitraries.strings().ofMaxLength(20).map(AnyJson::quoted),
                Arbitraries.strings().withChars('x', '가').ofLength(600).map(AnyJson::quoted));
        if (depth == 0) return plain;
        var name = Arbitraries.of("name", "type", "to", "displayName", "email", "x\\u0000");
        return Arbitraries.frequencyOf(
                Tuple.of(4, plain),
                Tuple.of(1, values(depth - 1).list().ofMaxSize(4).map(all -> "[" + String.join(",", all) + "]")),
                Tuple.of(
                        1,
                        Combinators.combine(name, values(depth - 1))
                                .as((key, value) -> "\"" + key + "\":" + value)
                                .list()
                                .ofMaxSize(3)
                                .map(all -> "{" + String.join(",", all) + "}")));
    }

    /** Halves of characters are written as escapes, as trackers do: in UTF-8 they can't stand. */
    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (char c : text.toCharArray())
            if (Character.isSurrogate(c) || c < ' ') quoted.append("\\u%04x".formatted((int) c));
            else quoted.append(c == '"' || c == '\\' ? "\\" + c : String.valueOf(c));
        return quoted.append('"').toString();
    }
}
