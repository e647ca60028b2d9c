package ilgam.member.people.teams;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberId;
import ilgam.member.language.TeamId;
import ilgam.member.people.teams.TeamDetail.Teammate;

/** Looks up teams: one, all of them page by page in the order of their names, or those of a member. */
@Component
public class Teams {

    /** The last entry of a page, for the cursor. */
    public record Place(String sortName, UUID id) {

        public static Place of(TeamView team) {
            return new Place(Teams.sortName(team.name()), team.id());
        }
    }

    private static final String TEAMS = """
            select t.id, t.name, t.sequence,
                   array(select member_id from team_member where team_id = t.id and lead order by since, member_id) as leads,
                   (select count(*) from team_member where team_id = t.id) as size,
                   exists (select from team_member where team_id = t.id and member_id = :caller) as mine
            from team t
            """;

    private final JdbcClient db;

    Teams(JdbcClient db) {
        this.db = db;
    }

    public Optional<TeamDetail> find(TeamId team, MemberId caller) {
        return db.sql(TEAMS + "where t.id = :id")
                .param("caller", caller.value())
                .param("id", team.value())
                .query((row, n) -> view(row))
                .optional()
                .map(view -> TeamDetail.of(view, membersOf(team)));
    }

    public List<TeamView> all(MemberId caller, @Nullable Place place, int limit) {
        return db.sql(TEAMS + """
                        where :start or (t.sort_name, t.id) > (:name, :id)
                        order by t.sort_name, t.id
                        limit :limit
                        """)
                .param("caller", caller.value())
                .param("start", place == null)
                .param("name", place == null ? "" : place.sortName())
                .param("id", place == null ? new UUID(0, 0) : place.id())
                .param("limit", limit)
                .query((row, n) -> view(row))
                .list();
    }

    public long count() {
        return db.sql("select count(*) from team").query(Long.class).single();
    }

    public Memberships of(MemberId member) {
        return db.sql("""
                        select coalesce(array_agg(team_id), '{}') as teams,
                               coalesce(array_agg(team_id) filter (where lead), '{}') as leads
                        from team_member where member_id = ?
                        """)
                .param(member.value())
                .query((row, n) -> new Memberships(ids(row.getArray("teams")), ids(row.getArray("leads"))))
                .single();
    }

    public boolean isLedBy(TeamId team, MemberId member) {
        return db.sql("select exists (select from team_member where team_id = ? and member_id = ? and lead)")
                .params(team.value(), member.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether the rows show the team's changes up to this version. A disbanded team has no row. */
    public boolean shows(TeamId team, long version) {
        return db.sql("select sequence >= ? from team where id = ?")
                .params(version, team.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    public boolean isGone(TeamId team) {
        return db.sql("select not exists (select from team where id = ?)")
                .param(team.value())
                .query(Boolean.class)
                .single();
    }

    static String sortName(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private List<Teammate> membersOf(TeamId team) {
        return db.sql("select member_id, lead, since from team_member where team_id = ? order by since, member_id")
                .param(team.value())
                .query((row, n) -> new Teammate(
                        row.getObject("member_id", UUID.class),
                        row.getBoolean("lead"),
                        row.getTimestamp("since").toInstant()))
                .list();
    }

    private static TeamView view(ResultSet row) throws SQLException {
        return new TeamView(
                row.getObject("id", UUID.class),
                row.getString("name"),
                ids(row.getArray("leads")),
                row.getLong("size"),
                row.getBoolean("mine"),
                row.getLong("sequence"));
    }

    private static List<UUID> ids(Array array) throws SQLException {
        return List.of((UUID[]) array.getArray());
    }
}
