package ilgam.work.imports.spool;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

import ilgam.work.imports.source.Note;

/** Reads the values of a row in the order in which {@link RowWriter} wrote them. */
final class RowReader {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final JsonParser json;

    RowReader(String row) {
        json = JSON.createParser(ObjectReadContext.empty(), row);
        json.nextToken();
    }

    /** Null also at the end of a list. */
    @Nullable
    String text() {
        return json.nextStringValue();
    }

    /** A value that is not repeated when it equals the earlier one. */
    @Nullable
    String same(@Nullable String earlier) {
        var text = json.nextStringValue();
        return json.currentToken() == JsonToken.VALUE_TRUE ? earlier : text;
    }

    String required() {
        return Objects.requireNonNull(json.nextStringValue());
    }

    long number() {
        json.nextToken();
        return json.getLongValue();
    }

    <E extends Enum<E>> E required(Class<E> type) {
        return Enum.valueOf(type, required());
    }

    <E extends Enum<E>> @Nullable E name(Class<E> type) {
        var name = text();
        return name == null ? null : Enum.valueOf(type, name);
    }

    boolean flag() {
        return json.nextToken() == JsonToken.VALUE_TRUE;
    }

    @Nullable
    Instant instant() {
        return json.nextToken() == JsonToken.VALUE_NULL ? null : Instant.ofEpochSecond(json.getLongValue(), number());
    }

    List<String> texts() {
        var texts = new ArrayList<String>();
        begin();
        for (var text = text(); text != null; text = text()) texts.add(text);
        return List.copyOf(texts);
    }

    List<Note> notes() {
        var notes = new ArrayList<Note>();
        begin();
        for (var field = text(); field != null; field = text())
            notes.add(new Note(field, text(), text(), required(Note.Reason.class), flag()));
        return List.copyOf(notes);
    }

    void begin() {
        json.nextToken();
    }
}
