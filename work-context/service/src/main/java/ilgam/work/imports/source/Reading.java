package ilgam.work.imports.source;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import ilgam.work.imports.line.SourceLine;
import ilgam.work.imports.line.Tidy;
import ilgam.work.imports.source.Note.Reason;
import ilgam.work.item.Points;
import ilgam.work.language.Priority;
import ilgam.work.language.Severity;
import ilgam.work.words.Invalid;

/** Reads the fields of a line in the form that our own input accepts, and notes what had to be tidied. */
final class Reading {

    private static final int LONGEST_NAME = 200;

    private final SourceLine line;
    private final ImportSettings settings;
    private final List<Note> notes = new ArrayList<>();

    Reading(SourceLine line, ImportSettings settings) {
        this.line = line;
        this.settings = settings;
    }

    SourceLine line() {
        return line;
    }

    ImportSettings settings() {
        return settings;
    }

    List<Note> notes() {
        return List.copyOf(notes);
    }

    void note(Note note) {
        notes.add(note);
    }

    /** A text of any form; null when missing. A value that is no text is noted. */
    @Nullable
    String word(String field) {
        var value = line.value(field);
        if (value == null || value.isEmpty()) return null;
        var word = value.word();
        if (!value.isPlain()) note(Note.of(field, value.text(), word, Reason.NOT_A_TEXT));
        return word;
    }

    /** A single line; null when nothing of it is visible. */
    @Nullable
    String line(String field, int longest) {
        var word = word(field);
        if (word == null) return null;
        var line = Tidy.line(word, longest);
        if (line.isEmpty()) {
            if (!word.isBlank() && !field.equals("title")) note(Note.of(field, word, null, Reason.NOTHING_VISIBLE));
            return null;
        }
        if (!line.equals(Tidy.asTyped(word))) note(Note.of(field, word, line, reason(word, longest)));
        return line;
    }

    static Reason reason(String word, int longest) {
        return word.codePointCount(0, word.length()) > longest ? Reason.TOO_LONG : Reason.CHARACTERS;
    }

    /** A text of several lines; empty when missing. */
    String prose(String field, int longest, int mostBytes) {
        var word = word(field);
        if (word == null) return "";
        var sound = Tidy.sound(word);
        var whole = Tidy.composed(sound);
        var prose = Tidy.cut(whole, longest, mostBytes);
        if (prose.length() < whole.length()) note(Note.of(field, word, prose, Reason.TOO_LONG));
        else if (!sound.equals(word)) note(Note.of(field, word, prose, Reason.CHARACTERS));
        return prose;
    }

    /** An instant; null when missing or unreadable, which is noted. */
    @Nullable
    Instant instant(String field) {
        var word = line.word(field);
        var times = Times.read(word, settings.zone());
        if (times == null) {
            note(Note.of(field, word, null, word == null ? Reason.MISSING : Reason.UNREADABLE_TIME));
            return null;
        }
        return instant(field, times);
    }

    /** The instant of a time that the field has; an assumed zone and a future time are noted. */
    Instant instant(String field, Times times) {
        if (!times.isZoned()) note(Note.of(field, line.word(field), times.at().toString(), Reason.ZONE_ASSUMED));
        if (!settings.isFuture(times.at())) return times.at();
        note(Note.of(field, line.word(field), settings.now().toString(), Reason.FUTURE_TIME));
        return settings.now();
    }

    /** The name of a person; null when there is none. */
    @Nullable
    String person(String field) {
        var value = line.value(field);
        if (value == null || value.isEmpty()) return null;
        var word = value.word();
        if (!value.isPlain()) note(Note.ofPerson(field, value.text(), Reason.NOT_A_TEXT));
        if (!value.isPlain() && value.text().equals(word)) return null;
        if (word == null || !Tidy.isVisible(word)) {
            note(Note.ofPerson(field, word, Reason.EMPTY));
            return null;
        }
        var name = Tidy.name(word, LONGEST_NAME);
        if (!name.equals(word))
            note(Note.ofPerson(field, word, word.length() > LONGEST_NAME ? Reason.TOO_LONG : Reason.CHARACTERS));
        return name;
    }

    /** A priority; an unknown word is noted and means none. */
    Priority priority(String field) {
        var word = word(field);
        var priority = Ratings.priority(word, settings);
        if (priority.isEmpty()) note(Note.of(field, word, Priority.NONE.name(), Reason.UNKNOWN_PRIORITY));
        return priority.orElse(Priority.NONE);
    }

    /** Story points; what is no number of them is noted. */
    @Nullable
    BigDecimal points(String field) {
        var word = word(field);
        if (word == null) return null;
        var number = Numbers.read(word);
        if (number == null) {
            note(Note.of(field, word, null, Reason.NOT_A_NUMBER));
            return null;
        }
        try {
            return new Points(number).amount();
        } catch (Invalid refused) {
            note(Note.of(field, word, null, Reason.OUT_OF_RANGE));
            return null;
        }
    }

    @Nullable
    Severity severity(String field) {
        var word = word(field);
        if (word == null || Ratings.isNone(word)) return null;
        var severity = Ratings.severity(word);
        if (severity.isEmpty()) note(Note.of(field, word, null, Reason.UNKNOWN_SEVERITY));
        return severity.orElse(null);
    }
}
