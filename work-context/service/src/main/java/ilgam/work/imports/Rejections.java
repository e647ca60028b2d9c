package ilgam.work.imports;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lines of an import that could not be taken, each with its reason. */
@Component
class Rejections {

    /** Shown at most; all are counted. */
    static final int SHOWN = 1000;

    /** A line that was not taken; {@code line} counts from 1. */
    public record Rejected(String file, long line, String reason) {}

    private final JdbcClient db;

    Rejections(JdbcClient db) {
        this.db = db;
    }

    void add(UUID importId, Part part, long line, String reason) {
        db.sql(
                        "insert into import_rejection (import_id, file, line, reason) values (?, ?, ?, ?) on conflict do nothing")
                .params(importId, part.file(), line, reason.length() > 500 ? reason.substring(0, 500) : reason)
                .update();
    }

    List<Rejected> first(UUID importId) {
        return db.sql(
                        "select file, line, reason from import_rejection where import_id = ? order by file desc, line limit ?")
                .params(importId, SHOWN)
                .query(Rejected.class)
                .list();
    }

    long count(UUID importId) {
        return db.sql("select count(*) from import_rejection where import_id = ?")
                .param(importId)
                .query(Long.class)
                .single();
    }
}
