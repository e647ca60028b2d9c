package ilgam.dashboard.team;

import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The current members of teams. */
@Component
public class Teammates {

    private final JdbcClient db;

    Teammates(JdbcClient db) {
        this.db = db;
    }

    /** Whether the member belongs to one of these teams. */
    public boolean isIn(Set<UUID> teams, UUID member) {
        return db.sql("""
                        select exists (
                            select from team_member where team = any (?) and member = ? and to_at = 'infinity')
                        """)
                .params(teams.toArray(UUID[]::new), member)
                .query(Boolean.class)
                .single();
    }
}
