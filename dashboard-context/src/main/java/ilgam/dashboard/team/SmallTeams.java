package ilgam.dashboard.team;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The times when a team was so small that its figures were those of its members. */
@Component
public class SmallTeams {

    /** The smallest team whose figures are not personal. */
    private static final int ENOUGH = 3;

    private static final String FEW = """
            with edge as (
                select from_at as at, 1 as members from team_member where team = :team and from_at < to_at
                union all
                select to_at, -1 from team_member where team = :team and from_at < to_at
            ), stretch as (
                select at as from_at, lead(at) over (order by at) as to_at, sum(sum(members)) over (order by at) as members
                from edge group by at
            )
            select stretch.from_at, stretch.to_at, array_agg(team_member.member) as members
            from stretch join team_member on team_member.team = :team
                and team_member.from_at <= stretch.from_at and stretch.from_at < team_member.to_at
            where stretch.members < :enough
            group by 1, 2
            order by 1
            """;

    private final JdbcClient db;

    SmallTeams(@Qualifier("figures") JdbcClient db) {
        this.db = db;
    }

    /** A time during which exactly these members belonged to the team; the end is excluded. */
    public record Few(Instant from, Instant to, Set<UUID> members) {

        public boolean holdsAt(Instant instant) {
            return !instant.isBefore(from) && instant.isBefore(to);
        }
    }

    /** In order of time, without times when nobody belonged to the team. */
    public List<Few> of(UUID team) {
        return db.sql(FEW)
                .param("team", team)
                .param("enough", ENOUGH)
                .query((row, _) -> new Few(at(row, "from_at"), at(row, "to_at"), members(row)))
                .list();
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Set<UUID> members(ResultSet row) throws SQLException {
        return Set.copyOf(List.of((UUID[]) row.getArray("members").getArray()));
    }
}
