package ilgam.starter.security;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The member who makes the request, from the verified token; a controller method gets it as a parameter.
 *
 * @param role of the member, whatever the token allows; {@link #is} considers the token's scopes
 * @param source <code>web</code> or <code>api</code>
 */
public record Caller(UUID member, String role, Set<String> scopes, Set<UUID> teams, Set<UUID> leads, String source) {

    public Caller {
        scopes = Set.copyOf(scopes);
        teams = Set.copyOf(teams);
        leads = Set.copyOf(leads);
    }

    /** Whether the member acts in one of these roles. */
    public boolean is(String... roles) {
        return List.of(roles).contains(actsAs());
    }

    /** The effective role: without the scope <code>admin</code>, an administrator's token acts as a manager's. */
    private String actsAs() {
        return role.equals("ADMIN") && !may("admin") ? "MANAGER" : role;
    }

    /** Whether the token has this scope. */
    public boolean may(String scope) {
        return scopes.contains(scope);
    }
}
