package ilgam.member.erasure;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.privacy.ErasureSubject;
import ilgam.member.privacy.PersonalDataEraser;

/** The answers that are kept for a day for whoever repeats a request: some show a member to others. */
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
