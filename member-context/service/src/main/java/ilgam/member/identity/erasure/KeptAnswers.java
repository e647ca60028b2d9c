package ilgam.member.identity.erasure;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.people.privacy.ErasureSubject;
import ilgam.member.people.privacy.PersonalDataEraser;

/** Erases the responses that are stored for a day for repeated requests: some show the member to others. */
@Component
class KeptAnswers implements PersonalDataEraser {

    private final JdbcClient db;

    KeptAnswers(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void erase(ErasureSubject subject) {
        db.sql("delete from idempotent_request where member = :member or strpos(body, :text) > 0")
                .param("member", subject.member().value())
                .param("text", subject.member().toString())
                .update();
    }
}
