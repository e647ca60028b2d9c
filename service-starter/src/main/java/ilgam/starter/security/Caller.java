package ilgam.starter.security;

import java.util.Set;
import java.util.UUID;

/**
 * The member on whose behalf a request is made, as the verified token says. A controller method takes it as a plain
 * parameter.
 *
 * @param source <code>web</code> or <code>api</code>
 */
public record Caller(UUID member, String role, Set<String> scopes, Set<UUID> teams, Set<UUID> leads, String source) {

    public Caller {
        scopes = Set.copyOf(scopes);
        teams = Set.copyOf(teams);
        leads = Set.copyOf(leads);
    }

    /** Whether the member has one of these roles. */
    public boolean is(String... roles) {
        for (var candidate : roles) if (role.equals(candidate)) return true;
        return false;
    }

    /** Whether the token allows this scope. */
    public boolean may(String scope) {
        return scopes.contains(scope);
    }
}
