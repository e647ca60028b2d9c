package ilgam.member.identity.api;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import ilgam.member.identity.token.AccessTokens;
import ilgam.member.identity.token.IssuedToken;
import ilgam.member.identity.token.NewToken;
import ilgam.member.identity.token.Scope;
import ilgam.member.identity.token.Scopes;
import ilgam.member.language.MemberId;
import ilgam.member.web.ApiReason;
import ilgam.member.web.Form;
import ilgam.member.web.NotFound;
import ilgam.starter.openapi.Refuses;
import ilgam.starter.security.Caller;
import ilgam.starter.text.WordsOf;
import ilgam.starter.web.Page;
import ilgam.starter.web.Refused;

/** Access tokens for programs. */
@RestController
@RequestMapping("/api/access-tokens")
@Tag(name = "Access tokens")
class AccessTokenApi {

    @Schema(
            requiredProperties = {"name", "scopes"},
            description = "An access token to issue.",
            example = """
            {"name": "Nightly report", "scopes": ["read"]}""")
    record NewTokenBody(
            @Schema(description = "What it is for, 1 to 100 characters.") @Nullable
            String name,

            @ArraySchema(
                    arraySchema =
                            @Schema(
                                    description =
                                            "What it may do: read; write for every change; admin for what only admins may."),
                    schema = @Schema(allowableValues = {"read", "write", "admin"}))
            @Nullable
            List<@Nullable String> scopes,

            @Schema(description = "When it ends, ISO 8601; left out, it does not end by itself.") @Nullable
            Instant expiresAt) {}

    @Schema(name = "NewAccessToken", description = "An access token that was issued just now.")
    record NewTokenView(
            @Schema(description = "Its id, a UUID.") UUID id,
            @Schema(description = "Shown this once.") String token,
            @Schema(description = "What it is for.") String name,

            @Schema(description = "What it may do.") @WordsOf(Scope.class)
            List<String> scopes,

            @Schema(description = "When it was issued, ISO 8601.")
            Instant createdAt,

            @Schema(description = "When it ends, ISO 8601; null when it does not.") @Nullable
            Instant expiresAt) {}

    private final AccessTokens tokens;
    private final Clock clock;
    private final ClientInfoReader clients;

    AccessTokenApi(AccessTokens tokens, Clock clock, ClientInfoReader clients) {
        this.clients = clients;
        this.tokens = tokens;
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "issueAccessToken",
            summary = "Issue an access token",
            description = "For members who are logged in with a session; a token cannot issue another. Answers the"
                    + " token this once: only its digest is kept.")
    @Refuses({"403 login", "409 too-many-tokens"})
    ResponseEntity<NewTokenView> issue(@RequestBody NewTokenBody body, Caller caller, HttpServletRequest request) {
        mustBeLoggedIn(caller);
        var wanted = wanted(body);
        var issued = tokens.issue(
                new MemberId(caller.member()), wanted, clients.of(request).client());
        var token = issued.token();
        return ResponseEntity.created(URI.create("/api/access-tokens/" + token.id()))
                .header("Cache-Control", "no-store")
                .body(new NewTokenView(
                        token.id(),
                        issued.secret().text(),
                        token.name(),
                        token.scopes(),
                        token.createdAt(),
                        token.expiresAt()));
    }

    @GetMapping
    @Operation(
            operationId = "listAccessTokens",
            summary = "My access tokens, the newest first",
            description = "Answers every token of the caller that still opens something, with its scopes and its latest"
                    + " use, and never the token.")
    Page<IssuedToken> list(Caller caller) {
        return new Page<>(tokens.of(new MemberId(caller.member())), null, null);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "revokeAccessToken",
            summary = "Revoke an access token",
            description = "Revokes a token of the caller; within ten seconds it opens nothing any more.")
    void revoke(@PathVariable UUID id, Caller caller, HttpServletRequest request) {
        if (!tokens.revoke(
                id, new MemberId(caller.member()), clients.of(request).client()))
            throw NotFound.because("You have no access token with this id.");
    }

    private NewToken wanted(NewTokenBody body) {
        var form = new Form();
        var name = form.read("/name", () -> NewToken.typedName(body.name()));
        var scopes = form.read("/scopes", () -> Scopes.typed(body.scopes()));
        var expiresAt = body.expiresAt();
        if (expiresAt != null) form.read("/expiresAt", () -> NewToken.typedExpiry(expiresAt, clock.instant()));
        form.mustBeSound();
        return new NewToken(name.value(), scopes.value(), expiresAt);
    }

    /**
     * Refuses tokens as callers: a token issued by a token would outlive it, and revoking one would not reveal the
     * other.
     */
    private static void mustBeLoggedIn(Caller caller) {
        if (!caller.source().equals("web"))
            throw new Refused(
                    HttpStatus.FORBIDDEN, ApiReason.LOGIN, "Only a logged-in member can issue tokens, not a token.");
    }
}
