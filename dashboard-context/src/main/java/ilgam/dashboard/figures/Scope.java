package ilgam.dashboard.figures;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.SqlArrayValue;

import ilgam.work.language.Kind;

/**
 * Whose figures are asked for, and as of when.
 *
 * @param projects those that count; none means that nothing does
 * @param member only items that are assigned to this member
 * @param team only items that are assigned to somebody who belongs to this team then
 * @param kind only items of this kind
 * @param at what happened later is not known
 * @param zone where a day starts
 */
public record Scope(
        List<UUID> projects,
        @Nullable UUID member,
        @Nullable UUID team,
        @Nullable Kind kind,
        Instant at,
        ZoneId zone) {

    public Scope {
        projects = List.copyOf(projects);
    }

    /** Whether some items of the projects may be out of it. */
    boolean isNarrow() {
        return member != null || team != null || kind != null;
    }

    /** The latest instant up to this one of which something is known. */
    public Instant known(Instant instant) {
        return instant.isBefore(at) ? instant : at;
    }

    /** The statement with this scope as its parameters projects, member, team, kind and at. */
    StatementSpec ask(JdbcClient db, String sql) {
        return db.sql(sql)
                .param("projects", ids(projects))
                .param("member", member)
                .param("team", team)
                .param("kind", kind == null ? null : kind.name())
                .param("at", timestamp(at));
    }

    static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static SqlArrayValue instants(Collection<Instant> instants) {
        return new SqlArrayValue("timestamptz", (Object[])
                instants.stream().map(Instant::toString).toArray(String[]::new));
    }

    private static SqlArrayValue ids(Collection<UUID> ids) {
        return new SqlArrayValue(
                "uuid", (Object[]) ids.stream().map(UUID::toString).toArray(String[]::new));
    }
}
