package ilgam.work.imports.results;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.starter.text.WordsOf;
import ilgam.work.imports.line.Tidy;
import ilgam.work.imports.source.Note;
import ilgam.work.imports.spool.Part;
import ilgam.work.words.Personal;

/** The notes about values that an import tidied: all are counted, the first of each sort are kept. */
@Component
public class Notes {

    /** The most that are shown, and that are kept of one sort. */
    static final int SHOWN = 1000;

    private static final int LONGEST = 200;

    /**
     * A value that was tidied.
     *
     * @param became the beginning of the value that was used instead; null for none
     */
    @Schema(description = "A value of an import that was tidied.")
    public record Noted(
            @Schema(description = "The part of the upload.") String file,

            @Schema(description = "The line of it, counted from 1.")
            long line,

            @Schema(description = "The name of the field in the file.")
            String field,

            @Schema(description = "The beginning of the value; null where it is personal, or was none.") @Nullable
            String was,

            @Schema(description = "The beginning of what was taken in its place; null: nothing.") @Nullable
            String became,

            @Schema(description = "Why, as a word that stays.") @WordsOf(Note.Reason.class)
            String reason) {}

    /** The notes about a line. */
    public record OfLine(long line, List<Note> notes) {}

    private record Sort(String field, String reason) {}

    private final JdbcClient db;

    Notes(JdbcClient db) {
        this.db = db;
    }

    public void add(UUID importId, Part part, long line, Note note) {
        add(importId, part, List.of(new OfLine(line, List.of(note))));
    }

    public void add(UUID importId, Part part, Collection<OfLine> lines) {
        var sorts = new LinkedHashMap<Sort, List<Noted>>();
        for (var line : lines)
            for (var note : line.notes())
                sorts.computeIfAbsent(new Sort(note.field(), note.reason().word()), _ -> new ArrayList<>())
                        .add(noted(part, line.line(), note));
        sorts.forEach((sort, notes) -> {
            long before = count(importId, part, sort, notes.size()) - notes.size();
            if (before < SHOWN) insert(importId, notes.subList(0, (int) Math.min(notes.size(), SHOWN - before)));
        });
    }

    private static Noted noted(Part part, long line, Note note) {
        return new Noted(
                part.file(),
                line,
                note.field(),
                note.isPersonal() ? null : shown(note.field(), note.was()),
                shown(note.field(), note.became()),
                note.reason().word());
    }

    /** Hides e-mail addresses in any field from people who look at an import. */
    private static @Nullable String shown(String field, @Nullable String value) {
        if (value == null) return null;
        if (Personal.isPerson(field)) return Personal.HIDDEN;
        return Tidy.cut(Personal.withoutMails(Tidy.sound(Tidy.cut(value, 2 * LONGEST)), _ -> {}), LONGEST);
    }

    private long count(UUID importId, Part part, Sort sort, int more) {
        return db.sql("""
                        insert into import_note_count (import_id, file, field, reason, total) values (?, ?, ?, ?, ?)
                        on conflict (import_id, file, field, reason)
                        do update set total = import_note_count.total + excluded.total returning total""")
                .params(importId, part.file(), sort.field(), sort.reason(), more)
                .query(Long.class)
                .single();
    }

    private void insert(UUID importId, List<Noted> notes) {
        db.sql("""
                insert into import_note (import_id, file, line, field, was, became, reason)
                select ?, * from unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[])""")
                .params(
                        importId,
                        notes.stream().map(Noted::file).toArray(String[]::new),
                        notes.stream().map(Noted::line).toArray(Long[]::new),
                        notes.stream().map(Noted::field).toArray(String[]::new),
                        notes.stream().map(Noted::was).toArray(String[]::new),
                        notes.stream().map(Noted::became).toArray(String[]::new),
                        notes.stream().map(Noted::reason).toArray(String[]::new))
                .update();
    }

    /** The first notes of every sort, so that a frequent sort does not hide others; in the order of the files. */
    List<Noted> first(UUID importId) {
        return db.sql("""
                select file, line, field, was, became, reason from (
                    select *, row_number() over (partition by file, field, reason order by line, seq) as place
                    from import_note where import_id = ? order by place, file desc, line, seq limit ?) shown
                order by file desc, line, seq""").params(importId, SHOWN).query(Noted.class).list();
    }

    long count(UUID importId) {
        return db.sql("select coalesce(sum(total), 0) from import_note_count where import_id = ?")
                .param(importId)
                .query(Long.class)
                .single();
    }
}
