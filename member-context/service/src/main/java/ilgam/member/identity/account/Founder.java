package ilgam.member.identity.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import static ilgam.member.identity.account.AccountRefused.Reason.SETUP_CODE;

/**
 * The very first member, who becomes admin. One row decides between two that sign up first at once. On a host that is
 * reachable from outside, the first member needs the set-up code that was printed at start-up.
 */
@Component
public class Founder {

    private final JdbcClient db;
    private final String setupCode;

    Founder(JdbcClient db, @Value("${ilgam.member.setup-code:}") String setupCode) {
        this.db = db;
        this.setupCode = setupCode;
    }

    /** Whether the first member needs the set-up code. */
    public boolean needsCode() {
        return !setupCode.isBlank();
    }

    public boolean isKnown() {
        return db.sql("select exists (select from founder)")
                .query(Boolean.class)
                .single();
    }

    /** Makes this member the first; false when there is one already. */
    boolean becomes(UUID member) {
        return db.sql("insert into founder (member_id) values (?) on conflict do nothing")
                        .param(member)
                        .update()
                == 1;
    }

    void isNot(UUID member) {
        db.sql("delete from founder where member_id = ?").param(member).update();
    }

    void mustKnowSetupCode(@Nullable String code) {
        if (setupCode.isBlank()) return;
        if (code == null || !MessageDigest.isEqual(bytes(code.strip()), bytes(setupCode.strip())))
            throw new AccountRefused(
                    SETUP_CODE,
                    "The first member becomes the admin of this system and needs the set-up code that was printed"
                            + " when it was started.");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
