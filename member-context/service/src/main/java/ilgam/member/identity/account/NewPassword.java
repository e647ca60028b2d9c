package ilgam.member.identity.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberId;

/**
 * The effects of a new password, however it was set: the old one no longer works, mailed reset links are void, and the
 * sessions begun with it end. The password row is locked first: a concurrent log-in with the old password either has
 * begun its session, which then ends, or finds that its password is wrong.
 */
@Component
class NewPassword {

    private final JdbcClient db;
    private final OpenSessions sessions;
    private final Clock clock;

    NewPassword(JdbcClient db, OpenSessions sessions, Clock clock) {
        this.db = db;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Locks the password row within the caller's transaction, before any other write. */
    void take(MemberId member) {
        db.sql("select member_id from credentials where member_id = ? for update")
                .param(member.value())
                .query(UUID.class)
                .optional();
    }

    /** Sets the password within the caller's transaction. The session {@code kept} goes on. */
    void set(MemberId member, String hash, @Nullable UUID kept) {
        db.sql("update credentials set password_hash = ?, changed_at = ? where member_id = ?")
                .params(hash, Timestamp.from(clock.instant()), member.value())
                .update();
        endWhatTheOldOneBegan(member, kept);
    }

    /**
     * Sets the password within the caller's transaction; false when the password that was shown is no longer theirs.
     */
    boolean setInsteadOf(PasswordCheck.Proof shown, String hash, @Nullable UUID kept) {
        var member = shown.member();
        var set = db.sql(
                        "update credentials set password_hash = ?, changed_at = ? where member_id = ? and password_hash = ?")
                .params(hash, Timestamp.from(clock.instant()), member.value(), shown.passwordHash())
                .update();
        if (set == 1) endWhatTheOldOneBegan(member, kept);
        return set == 1;
    }

    /** Voids every reset link that was mailed, within the caller's transaction. */
    void voidLinks(MemberId member) {
        db.sql("delete from password_reset where member_id = ?")
                .param(member.value())
                .update();
    }

    private void endWhatTheOldOneBegan(MemberId member, @Nullable UUID kept) {
        voidLinks(member);
        sessions.endAllBut(kept, member);
    }
}
