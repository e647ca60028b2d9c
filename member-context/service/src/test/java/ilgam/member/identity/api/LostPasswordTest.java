package ilgam.member.identity.api;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.mail.internet.MimeMessage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionOperations;

import ilgam.member.test.AtOnce;
import ilgam.member.test.Held;
import ilgam.member.test.MailServer;
import ilgam.member.test.ServiceClient;
import ilgam.starter.test.Postgres;
import ilgam.starter.test.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

/** Confirming an address and resetting a password, with the links from mails that a mail server received. */
@DirtiesContext // its context is not shared
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "ilgam.public-url=https://ilgam.example.com/")
class LostPasswordTest {

    private static final Postgres.Context DATABASES = Postgres.context("member");
    private static final MailServer SERVER = MailServer.started();
    private static final String PROOF = "{\"password\": \"%s\"}".formatted(ServiceClient.PASSWORD);
    private static final Pattern LINK =
            Pattern.compile("https://ilgam\\.example\\.com/(reset-password|confirm-email)/([\\w-]{43})");

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        DATABASES.register(registry);
        SERVER.register(registry);
    }

    private final ServiceClient service;
    private final JdbcClient db;
    private final Held held;

    LostPasswordTest(
            @LocalServerPort int port, @Autowired JdbcClient db, @Autowired TransactionOperations transaction) {
        this.service = new ServiceClient(port);
        this.db = db;
        this.held = new Held(db, transaction);
    }

    @BeforeEach
    void somebodyIsFirst() {
        if (db.sql("select exists (select from founder)").query(Boolean.class).single()) return;
        signedUp("The First", "en");
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void with_https_the_cookies_are_secure_and_bound_to_the_host() {
        var answer = service.logIn(confirmed("Ada", "en"), ServiceClient.PASSWORD);

        for (var name : List.of("__Host-ILGAM_SESSION", "__Host-XSRF-TOKEN"))
            assertThat(answer.cookie(name))
                    .contains("Secure", "Path=/", "SameSite=Lax")
                    .doesNotContain("Domain");
        assertThat(answer.cookie("__Host-ILGAM_SESSION")).contains("HttpOnly");
        assertThat(answer.cookie("ILGAM_SESSION")).startsWith("ILGAM_SESSION=;").contains("Max-Age=0");
        assertThat(answer.cookie("XSRF-TOKEN")).startsWith("XSRF-TOKEN=;").contains("Max-Age=0");
    }

    @Test
    void an_address_must_be_confirmed_before_the_first_log_in() {
        var ada = signedUp("Ada", "en");

        var refused = service.logIn(ada, ServiceClient.PASSWORD);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("/reason")).isEqualTo("email-unconfirmed");
        assertThat(service.logIn(ada, "not her password").status()).isEqualTo(401);

        var link = "/api/email-confirmations/" + token(SERVER.mails(ada, 1).getFirst());
        assertThat(service.put(link, PROOF).status()).isEqualTo(204);
        assertThat(service.logIn(ada, ServiceClient.PASSWORD).status()).isEqualTo(200);
        var again = service.put(link, PROOF);
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.text("/reason")).isEqualTo("confirmation-unknown");
    }

    @Test
    void the_link_alone_confirms_nothing_and_wrong_passwords_count() {
        var ada = signedUp("Ada", "en");
        var link = "/api/email-confirmations/" + token(SERVER.mails(ada, 1).getFirst());

        assertThat(service.get(link).status()).isEqualTo(401);
        assertThat(service.put(link, "").status()).isEqualTo(400);
        assertThat(service.put(link, "{}").text("/errors/0/pointer")).isEqualTo("/password");
        for (int attempt = 0; attempt < 10; attempt++) {
            var wrong = service.put(link, "{\"password\": \"chosen by the other one\"}");
            assertThat(wrong.status()).isEqualTo(403);
            assertThat(wrong.text("/reason")).isEqualTo("wrong-password");
        }
        var throttled = service.put(link, PROOF);
        assertThat(throttled.status()).isEqualTo(429);
        assertThat(throttled.text("/reason")).isEqualTo("too-many-attempts");
        assertThat(service.logIn(ada, ServiceClient.PASSWORD).text("/reason")).isEqualTo("too-many-attempts");
        db.sql("delete from log_in_attempt").update();
        assertThat(service.logIn(ada, ServiceClient.PASSWORD).text("/reason")).isEqualTo("email-unconfirmed");
        assertThat(service.put(link, PROOF).status()).isEqualTo(204);
        assertThat(service.logIn(ada, ServiceClient.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void another_confirmation_mail_can_be_requested() {
        var ada = signedUp("Ada", "en");
        SERVER.mails(ada, 1);

        assertThat(service.post("/api/email-confirmations", email(ada)).status())
                .isEqualTo(202);

        assertThat(service.put(
                                "/api/email-confirmations/"
                                        + token(SERVER.mails(ada, 2).getLast()),
                                PROOF)
                        .status())
                .isEqualTo(204);
    }

    @Test
    void a_late_confirmation_is_refused() {
        var ada = signedUp("Ada", "en");
        var link = "/api/email-confirmations/" + token(SERVER.mails(ada, 1).getFirst());
        db.sql("update email_confirmation set expires_at = ?")
                .param(Timestamp.from(Instant.now().minusSeconds(1)))
                .update();

        assertThat(service.put(link, PROOF).text("/reason")).isEqualTo("confirmation-unknown");
        assertThat(service.logIn(ada, ServiceClient.PASSWORD).text("/reason")).isEqualTo("email-unconfirmed");
    }

    @Test
    void a_deactivated_member_gets_no_mail() {
        var ada = confirmed("Ada", "en");
        var left = "/api/members/" + service.logIn(ada, ServiceClient.PASSWORD).text("/member/id") + "/deactivation";
        assertThat(service.put(left, "", "Authorization: " + Tokens.bearer(UUID.randomUUID(), "ADMIN"))
                        .status())
                .isEqualTo(200);

        assertThat(service.post("/api/password-resets", email(ada)).status()).isEqualTo(202);

        Awaitility.await()
                .untilAsserted(() -> assertThat(db.sql("select count(*) from mail_wish")
                                .query(Long.class)
                                .single())
                        .isZero());
        assertThat(SERVER.received(ada)).hasSize(1); // the confirmation
    }

    @Test
    void a_mailed_link_resets_the_password_once_and_ends_every_session() {
        var ada = confirmed("Ada", "en");
        var session = service.logIn(ada, ServiceClient.PASSWORD).session();

        assertThat(service.post("/api/password-resets", email(ada.toUpperCase(Locale.ROOT)))
                        .status())
                .isEqualTo(202);
        var link = "/api/password-resets/" + token(SERVER.mails(ada, 2).getLast());

        assertThat(service.get(link).status()).isEqualTo(204);
        assertThat(service.put(link, "{\"password\": \"short\"}").status()).isEqualTo(400);
        assertThat(service.put(link, "{\"password\": \"" + ada + "\"}").status())
                .isEqualTo(400);
        var answers =
                AtOnce.call(Stream.of(1, 2).map(n -> () -> service.put(link, "{\"password\": \"another good one\"}")));
        assertThat(answers).extracting(ServiceClient.Answer::status).containsExactlyInAnyOrder(204, 404);
        assertThat(service.get(link).text("/reason")).isEqualTo("reset-unknown");
        assertThat(service.exchange("session", session).status()).isEqualTo(401);
        assertThat(service.logIn(ada, ServiceClient.PASSWORD).status()).isEqualTo(401);
        assertThat(service.logIn(ada, "another good one").status()).isEqualTo(200);
    }

    @Test
    void a_log_in_with_the_old_password_does_not_outlive_the_new_one() {
        var ada = confirmed("Ada", "en");
        for (int round = 1; round <= 3; round++) {
            var old = round == 1 ? ServiceClient.PASSWORD : "a good one for round " + (round - 1);
            var chosen = "{\"password\": \"a good one for round " + round + "\"}";
            service.post("/api/password-resets", email(ada));
            var link =
                    "/api/password-resets/" + token(SERVER.mails(ada, 1 + round).getLast());

            var answers = AtOnce.call(Stream.concat(
                    Stream.of(() -> service.put(link, chosen)),
                    IntStream.range(0, 4).mapToObj(n -> () -> service.logIn(ada, old))));

            assertThat(answers.getFirst().status()).isEqualTo(204);
            assertThat(answers.stream().map(answer -> answer.session()).filter(session -> !session.isEmpty()))
                    .allMatch(session -> service.exchange("session", session).status() == 401);
        }
    }

    @Test
    void a_changed_password_voids_a_mailed_link() {
        var ada = confirmed("Ada", "en");
        service.post("/api/password-resets", email(ada));
        var link = "/api/password-resets/" + token(SERVER.mails(ada, 2).getLast());
        var session = service.logIn(ada, ServiceClient.PASSWORD).session();
        var bearer =
                "Authorization: Bearer " + service.exchange("session", session).text("/jwt");

        var changed = service.put("/api/members/me/password", """
                {"current": "%s", "password": "another good one"}""".formatted(ServiceClient.PASSWORD), bearer);

        assertThat(changed.status()).isEqualTo(204);
        assertThat(service.get(link).status()).isEqualTo(404);
        assertThat(service.put(link, "{\"password\": \"the thief's choice\"}").status())
                .isEqualTo(404);
        assertThat(service.logIn(ada, "another good one").status()).isEqualTo(200);
    }

    @Test
    void a_link_is_valid_for_half_an_hour() {
        var ada = confirmed("Ada", "en");
        service.post("/api/password-resets", email(ada));
        SERVER.mails(ada, 2);

        assertThat(db.sql("""
                        select extract(epoch from max(r.expires_at - r.created_at))
                        from password_reset r join account a on a.member_id = r.member_id where a.email = ?
                        """).param(ada).query(Long.class).single()).isEqualTo(1800);
    }

    @Test
    void a_new_password_ends_a_lock_out() {
        var ada = confirmed("Ada", "en");
        IntStream.range(0, 11).forEach(n -> service.logIn(ada, "wrong password " + n));
        assertThat(service.logIn(ada, ServiceClient.PASSWORD).status()).isEqualTo(429);
        service.post("/api/password-resets", email(ada));
        var link = "/api/password-resets/" + token(SERVER.mails(ada, 2).getLast());

        assertThat(service.put(link, "{\"password\": \"another good one\"}").status())
                .isEqualTo(204);

        assertThat(service.logIn(ada, "another good one").status()).isEqualTo(200);
    }

    @Test
    void a_reactivated_member_cannot_use_an_earlier_link() {
        var ada = confirmed("Ada", "en");
        service.post("/api/password-resets", email(ada));
        var link = "/api/password-resets/" + token(SERVER.mails(ada, 2).getLast());
        var leave = "/api/members/" + service.logIn(ada, ServiceClient.PASSWORD).text("/member/id") + "/deactivation";
        var admin = "Authorization: " + Tokens.bearer(UUID.randomUUID(), "ADMIN");

        assertThat(service.put(leave, "", admin).status()).isEqualTo(200);
        assertThat(service.delete(leave, admin).status()).isEqualTo(200);

        assertThat(service.get(link).text("/reason")).isEqualTo("reset-unknown");
        assertThat(service.put(link, "{\"password\": \"another good one\"}").status())
                .isEqualTo(404);
        assertThat(service.logIn(ada, ServiceClient.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void a_link_used_during_a_password_change_waits_for_it() {
        var ada = confirmed("Ada", "en");
        service.post("/api/password-resets", email(ada));
        var link = "/api/password-resets/" + token(SERVER.mails(ada, 2).getLast());
        var id = UUID.fromString(service.logIn(ada, ServiceClient.PASSWORD).text("/member/id"));

        var answer = held.whileRequesting(
                () -> db.sql("update credentials set changed_at = now() where member_id = ?")
                        .param(id)
                        .update(),
                () -> service.put(link, "{\"password\": \"another good one\"}"),
                () -> db.sql("delete from password_reset where member_id = ?")
                        .param(id)
                        .update());

        assertThat(answer.status()).isEqualTo(404);
        assertThat(service.logIn(ada, ServiceClient.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void after_half_an_hour_the_link_is_invalid() {
        var ada = confirmed("Ada", "en");
        service.post("/api/password-resets", email(ada));
        var link = "/api/password-resets/" + token(SERVER.mails(ada, 2).getLast());
        db.sql("update password_reset set expires_at = ?")
                .param(Timestamp.from(Instant.now().minusSeconds(1)))
                .update();

        assertThat(service.get(link).status()).isEqualTo(404);
        assertThat(service.put(link, "{\"password\": \"another good one\"}").status())
                .isEqualTo(404);
    }

    @Test
    void only_the_hash_of_a_link_is_stored_and_the_mail_is_deleted_when_sent() {
        var ada = confirmed("Ada", "en");
        service.post("/api/password-resets", email(ada));
        var token = token(SERVER.mails(ada, 2).getLast());

        assertThat(db.sql("select count(*) from password_reset where secret_hash = sha256(convert_to(?, 'UTF8'))")
                        .param(token)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        Awaitility.await()
                .untilAsserted(() -> assertThat(db.sql("select count(*) from mail where plain like '%' || ? || '%'")
                                .param(token)
                                .query(Long.class)
                                .single())
                        .isZero());
    }

    @Test
    void an_unknown_address_gets_the_same_answer_and_no_mail() {
        var nobody = "nobody." + UUID.randomUUID() + "@example.com";

        var answer = service.post("/api/password-resets", email(nobody));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.raw().body()).isEmpty();
        Awaitility.await()
                .untilAsserted(() -> assertThat(db.sql("select count(*) from mail_wish")
                                .query(Long.class)
                                .single())
                        .isZero());
        assertThat(SERVER.received(nobody)).isEmpty();
    }

    @Test
    void nobodys_mailbox_is_flooded() {
        var ada = confirmed("Ada", "en");

        for (int n = 0; n < 6; n++) service.post("/api/password-resets", email(ada));

        SERVER.mails(ada, 4);
        Awaitility.await()
                .during(Duration.ofSeconds(2))
                .until(() -> SERVER.received(ada).size() == 4);
    }

    @Test
    void korean_readers_get_korean_in_text_and_html() throws Exception {
        var kim = signedUp("김하늘", "ko-KR");

        var mail = SERVER.mails(kim, 1).getFirst();

        assertThat(mail.getSubject()).isEqualTo("일감 이메일 주소 확인");
        assertThat(mail.getContentType()).startsWith("multipart/");
        assertThat(MailServer.decoded(mail)).contains("김하늘 님, 안녕하세요.", "<html lang=\"ko\">");
    }

    @Test
    void a_mail_waits_while_the_server_is_away() throws Exception {
        var ada = signedUp("Ada", "en");
        SERVER.mails(ada, 1);
        SERVER.forgetMails();
        SERVER.stop();
        service.post("/api/email-confirmations", email(ada));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> db.sql("select count(*) from mail where tries = 1 and next_try_at > now()")
                                .query(Long.class)
                                .single()
                        == 1);

        SERVER.start();
        db.sql("update mail set next_try_at = now() where sent_at is null").update();

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> !SERVER.received(ada).isEmpty());
    }

    private String signedUp(String name, String locale) {
        var email = "someone." + UUID.randomUUID() + "@example.com";
        var answer = service.post("/api/members", """
                {"email": "%s", "password": "%s", "displayName": "%s", "locale": "%s"}""".formatted(email, ServiceClient.PASSWORD, name, locale));
        assertThat(answer.status()).isEqualTo(201);
        return email;
    }

    private String confirmed(String name, String locale) {
        var email = signedUp(name, locale);
        service.put("/api/email-confirmations/" + token(SERVER.mails(email, 1).getFirst()), PROOF);
        return email;
    }

    private static String token(MimeMessage mail) {
        var link = LINK.matcher(MailServer.decoded(mail));
        assertThat(link.find()).isTrue();
        return link.group(2);
    }

    private static String email(String email) {
        return "{\"email\": \"" + email + "\"}";
    }
}
