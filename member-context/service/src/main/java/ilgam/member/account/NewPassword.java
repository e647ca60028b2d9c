package ilgam.member.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberId;

/**
 * What a new password means, however it came to be: the old one logs nobody in, mailed links to find it are void, and
 * the sessions begun with it end. The row of the password is taken first: a log-in under way with the old one has
 * either begun its session, which ends with the others, or finds that its password is wrong.
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

    /** Within the caller's transaction, before anything else is written: until it ends, nobody else sets one. */
    void take(MemberId member) {
        db.sql("select member_id from credentials where member_id = ? for update")
                .param(member.value())
                .query(UUID.class)
                .optional();
    }

    /** Within the caller's transaction. The session {@code kept} goes on. */
    void set(MemberId member, String hash, @Nullable UUID kept) {
        db.sql("update credentials set password_hash = ?, changed_at = ? where member_id = ?")
                .params(hash, Timestamp.from(clock.instant()), member.value())
                .update();
        endWhatTheOldOneBegan(member, kept);
    }

    /** Within the caller's transaction; false when the password that was shown is not theirs any more. */
    boolean setInsteadOf(PasswordCheck.Proof shown, String hash, @Nullable UUID kept) {
        var member = shown.member();
        var set = db.sql(
                        "update credentials set password_hash = ?, changed_at = ? where member_id = ? and password_hash = ?")
                .params(hash, Timestamp.from(clock.instant()), member.value(), shown.passwordHash())
                .update();
        if (set == 1) endWhatTheOldOneBegan(member, kept);
        return set == 1;
    }

    /** Within the caller's transaction: no link that was mailed before gives a new password. */
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
