package ilgam.member.erasure;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.forgetting.Forgets;
import ilgam.member.forgetting.Leaver;

/** The answers that are kept for a day for whoever repeats a request: some show a member to others. */
@Component
class KeptAnswers implements Forgets {

    private final JdbcClient db;

    KeptAnswers(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void forget(Leaver leaver) {
        db.sql("delete from idempotent_request where member = :member or strpos(body, :text) > 0")
                .param("member", leaver.member().value())
                .param("text", leaver.member().toString())
                .update();
    }
}
