package ilgam.member.identity.admission;

import java.util.List;
import java.util.function.UnaryOperator;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import ilgam.member.identity.admission.SignUpRule.Mode;
import ilgam.member.identity.audit.Audit;
import ilgam.member.identity.audit.Change;
import ilgam.member.identity.audit.Client;
import ilgam.member.identity.audit.SecurityEventType;
import ilgam.member.identity.mail.MailSettings;
import ilgam.member.language.MemberId;

/** The sign-up rule of this company, which admins change. */
@Component
public class SignUpRules {

    private final JdbcClient db;
    private final MailSettings mail;
    private final Audit audit;

    SignUpRules(JdbcClient db, MailSettings mail, Audit audit) {
        this.db = db;
        this.mail = mail;
        this.audit = audit;
    }

    public SignUpRule now() {
        return rule("select mode, domains from sign_up_rule");
    }

    /** The effective rule: without a mail server no address can be proven, so that no domain admits. */
    public SignUpRule inForce() {
        var rule = now();
        return rule.mode() == Mode.DOMAINS && !mail.hasServer()
                ? new SignUpRule(Mode.INVITATION, rule.domains())
                : rule;
    }

    private SignUpRule rule(String sql) {
        return db.sql(sql)
                .query((row, n) -> new SignUpRule(Mode.valueOf(row.getString("mode")), List.of((String[])
                        row.getArray("domains").getArray())))
                .single();
    }

    /**
     * Applies a change to the current rule under a row lock, so that concurrent changes of different parts are all
     * kept.
     */
    @Transactional
    public void change(UnaryOperator<SignUpRule> wish, MemberId admin, Client client) {
        var before = rule("select mode, domains from sign_up_rule for update");
        var rule = wish.apply(before);
        db.sql("update sign_up_rule set mode = ?, domains = ?")
                .params(rule.mode().name(), rule.domains().toArray(String[]::new))
                .update();
        audit.record(
                SecurityEventType.SETTINGS_CHANGED, null, admin, null, new Change(text(before), text(rule)), client);
    }

    /** The mode and, in the mode {@code DOMAINS}, the domains: {@code DOMAINS example.com example.org}. */
    private static String text(SignUpRule rule) {
        return rule.mode() == Mode.DOMAINS
                ? rule.mode() + " " + String.join(" ", rule.domains())
                : rule.mode().name();
    }
}
