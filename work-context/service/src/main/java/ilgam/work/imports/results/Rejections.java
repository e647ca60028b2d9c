package ilgam.work.imports.results;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import ilgam.starter.text.WordsOf;
import ilgam.work.imports.line.Tidy;
import ilgam.work.imports.line.UnreadableRow;
import ilgam.work.imports.spool.Part;
import ilgam.work.words.Personal;

/** The rejected lines of an import with their reasons: all are counted, the first are kept. */
@Component
public class Rejections {

    /** The most that are kept of a file, and shown. */
    public static final int SHOWN = 1000;

    /**
     * A rejected line.
     *
     * @param values the values in the sentence, by name; for a refused item including the rule's {@code reason}
     */
    @Schema(description = "A line of an import that was not taken.")
    public record Rejected(
            @Schema(description = "The part of the upload.") String file,

            @Schema(description = "The line of it, counted from 1.")
            long line,

            @Schema(description = "A sentence about it.") String reason,

            @Schema(description = "The same as a word that stays.") @WordsOf(UnreadableRow.Cause.class) @Nullable
            String cause,

            @Schema(description = "What the sentence tells of, by name; of a rule that refused it, with its reason.")
            Map<String, Object> values) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;

    Rejections(JdbcClient db) {
        this.db = db;
    }

    /** A line and why it was rejected. */
    public record Fault(long line, UnreadableRow why) {}

    public void add(UUID importId, Part part, List<Fault> faults) {
        add(importId, part, faults, faults.size());
    }

    /** @param total their number; {@code faults} may contain only the first of them */
    public void add(UUID importId, Part part, List<Fault> faults, long total) {
        if (faults.isEmpty()) return;
        long before = count(importId, part, total) - total;
        if (before < SHOWN) keep(importId, part, faults.subList(0, (int) Math.min(faults.size(), SHOWN - before)));
    }

    private long count(UUID importId, Part part, long more) {
        return db.sql("""
                        insert into import_rejection_count (import_id, file, total) values (?, ?, ?)
                        on conflict (import_id, file)
                        do update set total = import_rejection_count.total + excluded.total returning total""").params(importId, part.file(), more).query(Long.class).single();
    }

    long count(UUID importId) {
        return db.sql("select coalesce(sum(total), 0) from import_rejection_count where import_id = ?")
                .param(importId)
                .query(Long.class)
                .single();
    }

    private void keep(UUID importId, Part part, List<Fault> faults) {
        db.sql("""
                insert into import_rejection (import_id, file, line, reason, cause, told)
                select ?, ?, line, reason, cause, told::jsonb
                from unnest(?::bigint[], ?::text[], ?::text[], ?::text[]) kept (line, reason, cause, told)
                on conflict do nothing""")
                .params(
                        importId,
                        part.file(),
                        faults.stream().map(Fault::line).toArray(Long[]::new),
                        faults.stream().map(fault -> sentence(fault.why())).toArray(String[]::new),
                        faults.stream().map(fault -> fault.why().why().word()).toArray(String[]::new),
                        faults.stream().map(fault -> values(fault.why())).toArray(String[]::new))
                .update();
    }

    private static String sentence(UnreadableRow why) {
        return tidy(String.valueOf(why.getMessage()));
    }

    private static String values(UnreadableRow why) {
        var tidy = new TreeMap<String, Object>();
        why.sentence()
                .values()
                .forEach((name, value) -> tidy.put(name, value instanceof String text ? tidy(text) : value));
        return JSON.writeValueAsString(tidy);
    }

    private static String tidy(String text) {
        return Tidy.cut(Personal.withoutMails(Tidy.sound(text), _ -> {}), 500);
    }

    List<Rejected> first(UUID importId) {
        return db.sql("""
                select file, line, reason, cause, told from import_rejection where import_id = ?
                order by file desc, line limit ?""")
                .params(importId, SHOWN)
                .query((row, _) -> new Rejected(
                        row.getString("file"),
                        row.getLong("line"),
                        row.getString("reason"),
                        row.getString("cause"),
                        values(row.getString("told"))))
                .list();
    }

    private static Map<String, Object> values(String json) {
        return JSON.readValue(json, new TypeReference<Map<String, Object>>() {});
    }
}
