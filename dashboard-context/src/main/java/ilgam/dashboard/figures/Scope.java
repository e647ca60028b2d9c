package ilgam.dashboard.figures;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SqlArrayValue;

import ilgam.work.language.Kind;

/**
 * The items that figures cover, and the instant as of which.
 *
 * @param projects the projects that count; no project means no item
 * @param member only items assigned to this member
 * @param team only items assigned to a member of this team at that time
 * @param kind only items of this kind
 * @param at later events are ignored
 * @param zone the zone in which days start
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

    /** Whether items of the projects may be outside the scope. */
    boolean isNarrow() {
        return member != null || team != null || kind != null;
    }

    /** The instant, but not later than {@code at}. */
    public Instant known(Instant instant) {
        return instant.isBefore(at) ? instant : at;
    }

    /** The values of the parameters projects, member, team, kind and at. */
    Map<String, @Nullable Object> parameters() {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("projects", ids(projects));
        parameters.put("member", member);
        parameters.put("team", team);
        parameters.put("kind", kind == null ? null : kind.name());
        parameters.put("at", timestamp(at));
        return parameters;
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
