package ilgam.starter.security;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The member on whose behalf a request is made, as the verified token says. A controller method takes it as a plain
 * parameter.
 *
 * @param role the member's own, whatever the token is for; {@link #is} says in which one they act
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

    /** A token without the scope <code>admin</code> makes an administrator a manager. */
    private String actsAs() {
        return role.equals("ADMIN") && !may("admin") ? "MANAGER" : role;
    }

    /** Whether the token allows this scope. */
    public boolean may(String scope) {
        return scopes.contains(scope);
    }
}
