package ilgam.member.identity.token;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import ilgam.member.identity.audit.Audit;
import ilgam.member.identity.audit.Change;
import ilgam.member.identity.audit.Client;
import ilgam.member.identity.audit.SecurityEventType;
import ilgam.member.identity.secret.Secret;
import ilgam.member.language.MemberId;
import ilgam.starter.ids.Ids;
import ilgam.starter.refusal.Sentence;

/** The access tokens that members issue for programs. A revoked one is kept as a row for the log. */
@Component
public class AccessTokens {

    /** A new token and its secret, which is available only now. */
    public record Issued(IssuedToken token, Secret secret) {}

    private static final int AT_MOST = 100;

    private final AccessTokenRows rows;
    private final JdbcClient db;
    private final Audit audit;
    private final Clock clock;

    AccessTokens(AccessTokenRows rows, JdbcClient db, Audit audit, Clock clock) {
        this.rows = rows;
        this.db = db;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Issued issue(MemberId member, NewToken wanted, Client client) {
        mustBeFew(member);
        var secret = Secret.fresh("ilgam_");
        var issued = AccessToken.issued(Ids.next(), secret, member, wanted, now());
        rows.insert(issued);
        var token = issued.shown();
        audit.record(
                SecurityEventType.TOKEN_ISSUED, member, member, token.id(), new Change(null, token.name()), client);
        return new Issued(token, secret);
    }

    /** The member's valid tokens, the newest first. */
    public List<IssuedToken> of(MemberId member) {
        var now = clock.instant();
        return rows.of(member.value()).stream()
                .filter(token -> !token.isExpiredAt(now))
                .map(AccessToken::shown)
                .toList();
    }

    /** Revokes one of the member's tokens; false when there is none with this id. */
    @Transactional
    public boolean revoke(UUID id, MemberId member, Client client) {
        var token = rows.revoke(id, member.value(), clock.instant());
        token.ifPresent(revoked -> audit.record(
                SecurityEventType.TOKEN_REVOKED, member, member, id, new Change(revoked.name(), null), client));
        return token.isPresent();
    }

    /** Truncated to the database's precision. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void mustBeFew(MemberId member) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(?, 1))")
                .param(member.toString())
                .query((row, n) -> true)
                .single();
        if (of(member).size() >= AT_MOST)
            throw new TokenRefused(
                    TokenRefused.Reason.TOO_MANY_TOKENS,
                    Sentence.of(
                            "You already have {most} tokens. Revoke one that is no longer used.",
                            Map.of("most", AT_MOST)));
    }
}
