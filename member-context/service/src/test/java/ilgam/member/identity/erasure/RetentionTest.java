package ilgam.member.identity.erasure;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import ilgam.starter.test.Postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@DirtiesContext // its context is not shared
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class RetentionTest {

    private static final Postgres.Context DATABASES = Postgres.context("member");

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        DATABASES.register(registry);
    }

    @Autowired
    private Retention retention;

    @Autowired
    private JdbcClient db;

    private final UUID member = UUID.randomUUID();

    @Test
    void security_events_are_kept_for_two_years() {
        noted(729);
        noted(731);

        retention.sweep();

        assertThat(db.sql("select extract(day from now() - at)::int from audit_entry where member_id = ?")
                        .param(member)
                        .query(Integer.class)
                        .list())
                .containsExactly(729);
    }

    @Test
    void closed_tokens_are_kept_for_90_days() {
        token("open", "null", "null");
        token("expires", "now() + interval '1 day'", "null");
        token("just revoked", "null", "now() - interval '89 days'");
        token("long revoked", "now() + interval '1 day'", "now() - interval '91 days'");
        token("long expired", "now() - interval '91 days'", "null");

        retention.sweep();

        assertThat(names("select name from access_token where member_id = ? order by name"))
                .containsExactly("expires", "just revoked", "open");
    }

    @Test
    void closed_invitations_are_kept_for_90_days() {
        invitation("open@example.com", "now() + interval '1 day'", "null", "null");
        invitation("expired@example.com", "now() - interval '89 days'", "null", "null");
        invitation("long-expired@example.com", "now() - interval '91 days'", "null", "null");
        invitation("taken-back@example.com", "now() + interval '1 day'", "now() - interval '91 days'", "null");
        invitation("accepted@example.com", "now() + interval '1 day'", "null", "now() - interval '91 days'");

        retention.sweep();

        assertThat(names("select email from invitation where created_by = ? order by email"))
                .containsExactly("expired@example.com", "open@example.com");
    }

    private List<String> names(String sql) {
        return db.sql(sql).param(member).query(String.class).list();
    }

    private void noted(int daysAgo) {
        db.sql(
                        "insert into audit_entry (at, what, member_id) values (now() - make_interval(days => ?), 'LOGGED_IN', ?)")
                .params(daysAgo, member)
                .update();
    }

    private void token(String name, String expires, String revoked) {
        db.sql("""
                        insert into access_token (id, secret_hash, member_id, name, scopes, created_at, expires_at, revoked_at)
                        values (gen_random_uuid(), ?, ?, ?, 'read', now() - interval '1 year', %s, %s)
                        """.formatted(expires, revoked))
                .params(name.getBytes(UTF_8), member, name)
                .update();
    }

    private void invitation(String email, String expires, String revoked, String accepted) {
        db.sql("""
                        insert into invitation (id, secret_hash, email, email_key, role, mailed, created_by, created_at,
                                                expires_at, revoked_at, accepted_at)
                        values (gen_random_uuid(), ?, ?, ?, 'MEMBER', true, ?, now() - interval '1 year', %s, %s, %s)
                        """.formatted(expires, revoked, accepted))
                .params(email.getBytes(UTF_8), email, email, member)
                .update();
    }
}
