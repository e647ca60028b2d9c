package ilgam.starter.security;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** The caller as Spring Security's authentication. */
final class CallerToken extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Caller caller;

    private CallerToken(Caller caller) {
        super(List.of());
        this.caller = caller;
        setAuthenticated(true);
    }

    static CallerToken from(Jwt token) {
        try {
            var scopes = token.getClaimAsString("scope");
            var role = token.getClaimAsString("role");
            var source = token.getClaimAsString("src");
            if (role == null) throw new InvalidBearerTokenException("The token names no role.");
            return new CallerToken(new Caller(
                    UUID.fromString(token.getSubject()),
                    role,
                    scopes == null ? Set.of() : Set.of(scopes.strip().split(" +")),
                    ids(token.getClaimAsStringList("teams")),
                    ids(token.getClaimAsStringList("leads")),
                    source == null ? "api" : source));
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new InvalidBearerTokenException("The token's claims make no sense.", e);
        }
    }

    private static Set<UUID> ids(@Nullable Collection<String> texts) {
        var ids = new HashSet<UUID>();
        if (texts != null) for (var text : texts) ids.add(UUID.fromString(text));
        return ids;
    }

    Caller caller() {
        return caller;
    }

    @Override
    public Object getPrincipal() {
        return caller;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public String getName() {
        return caller.member().toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CallerToken it && caller.equals(it.caller);
    }

    @Override
    public int hashCode() {
        return caller.hashCode();
    }
}
