package ilgam.work.imports.spool;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import ilgam.work.imports.source.Note;

/** Writes the values of a row one after another, as a JSON array; {@link RowReader} reads them in the same order. */
final class RowWriter {

    /** Characters above this are escaped: the database cannot store halves of characters, which begin here. */
    private static final int LAST_BEFORE_SURROGATES = 0xD7FF;

    private static final JsonFactory JSON =
            JsonFactory.builder().highestNonEscapedChar(LAST_BEFORE_SURROGATES).build();

    private final StringWriter row = new StringWriter();
    private final JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), row);

    RowWriter() {
        json.writeStartArray();
    }

    void text(@Nullable String text) {
        json.writeString(text);
    }

    /** A value that often equals an earlier one, such as a tidied text; it is not repeated then. */
    void same(@Nullable String earlier, @Nullable String text) {
        if (text != null && text.equals(earlier)) json.writeBoolean(true);
        else json.writeString(text);
    }

    void number(long number) {
        json.writeNumber(number);
    }

    void name(@Nullable Enum<?> value) {
        json.writeString(value == null ? null : value.name());
    }

    void flag(boolean flag) {
        json.writeBoolean(flag);
    }

    void instant(@Nullable Instant instant) {
        if (instant == null) json.writeNull();
        else {
            json.writeNumber(instant.getEpochSecond());
            json.writeNumber(instant.getNano());
        }
    }

    void texts(List<String> texts) {
        begin();
        texts.forEach(this::text);
        end();
    }

    void notes(List<Note> notes) {
        begin();
        for (var note : notes) {
            text(note.field());
            text(note.was());
            text(note.became());
            name(note.reason());
            flag(note.isPersonal());
        }
        end();
    }

    void begin() {
        json.writeStartArray();
    }

    void end() {
        json.writeEndArray();
    }

    String row() {
        json.writeEndArray();
        json.close();
        return row.toString();
    }
}
