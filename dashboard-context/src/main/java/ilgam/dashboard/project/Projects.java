package ilgam.dashboard.project;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the projects that a member can see: the open ones and those that admitted them. */
@Component
public class Projects {

    private static final String VISIBLE = """
            (:all or visibility = 'OPEN'
             or exists (select from project_member where project = project.id and member = :member))
            """;

    private final JdbcClient db;

    Projects(JdbcClient db) {
        this.db = db;
    }

    /** @param all whether this member sees private projects without being admitted */
    public List<UUID> visibleTo(UUID member, boolean all) {
        return db.sql("select id from project where " + VISIBLE + " order by id")
                .param("all", all)
                .param("member", member)
                .query(UUID.class)
                .list();
    }

    /** The projects with these keys; empty when the member cannot see every one of them. */
    public Optional<List<UUID>> visibleTo(UUID member, boolean all, Collection<String> keys) {
        var found = db.sql("select id from project where key in (:keys) and " + VISIBLE + " order by id")
                .param("all", all)
                .param("member", member)
                .param("keys", keys)
                .query(UUID.class)
                .list();
        return found.size() == keys.size() ? Optional.of(found) : Optional.empty();
    }
}
