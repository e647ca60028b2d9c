package ilgam.member.identity.audit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.people.privacy.ErasureSubject;
import ilgam.member.people.privacy.PersonalDataEraser;

/**
 * Erases addresses, devices and the names of tokens from security events. What was done, and when, is kept under the
 * member's id.
 */
@Component
class ClientEraser implements PersonalDataEraser {

    private final JdbcClient db;

    ClientEraser(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void erase(ErasureSubject subject) {
        db.sql("""
                        update audit_entry set address = null, user_agent = null
                        where coalesce(actor, member_id) = ? and (address is not null or user_agent is not null)
                        """).param(subject.member().value()).update();
        db.sql("""
                        update audit_entry set was = null, became = null
                        where member_id = ? and what in ('TOKEN_ISSUED', 'TOKEN_REVOKED')
                          and (was is not null or became is not null)
                        """).param(subject.member().value()).update();
    }
}
