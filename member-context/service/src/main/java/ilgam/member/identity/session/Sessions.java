package ilgam.member.identity.session;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import ilgam.member.identity.account.OpenSessions;
import ilgam.member.identity.audit.Audit;
import ilgam.member.identity.audit.Client;
import ilgam.member.identity.audit.SecurityEventType;
import ilgam.member.identity.secret.Secret;
import ilgam.member.language.MemberId;

/** The sessions of members. */
@Component
public class Sessions implements OpenSessions {

    private static final int SHOWN = 200;

    private final SessionRows rows;
    private final JdbcClient db;
    private final Audit audit;
    private final Clock clock;

    Sessions(SessionRows rows, JdbcClient db, Audit audit, Clock clock) {
        this.rows = rows;
        this.db = db;
        this.audit = audit;
        this.clock = clock;
    }

    /** The member's open sessions, the most recently used first. */
    public List<OpenSession> of(MemberId member, @Nullable UUID current) {
        var now = clock.instant();
        return rows.of(member.value(), SHOWN).stream()
                .filter(session -> session.isOpenAt(now))
                .map(session -> session.shownTo(current))
                .toList();
    }

    /** Ends one of the member's sessions; false when there is none with this id. */
    @Transactional
    public boolean end(UUID id, MemberId member, SecurityEventType type, Client client) {
        if (!rows.delete(id, member.value())) return false;
        audit.record(type, member, member, id, client);
        return true;
    }

    /** Ends every session of the member except the current one. */
    @Transactional
    public void endOthers(@Nullable UUID current, MemberId member, Client client) {
        endAllBut(current, member);
        audit.record(SecurityEventType.SESSIONS_ENDED, member, client);
    }

    @Override
    public void endAllBut(@Nullable UUID session, MemberId member) {
        db.sql("delete from session where member_id = :member and id is distinct from :session")
                .param("member", member.value())
                .param("session", session, Types.OTHER)
                .update();
    }

    void end(Secret secret) {
        db.sql("delete from session where secret_hash = ?").param(secret.hash()).update();
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT2M")
    void sweep() {
        var now = clock.instant();
        db.sql("delete from session where ends_at <= ? or last_used_at <= ?")
                .params(Timestamp.from(now), Timestamp.from(now.minus(Session.LONGEST_IDLE)))
                .update();
    }
}
