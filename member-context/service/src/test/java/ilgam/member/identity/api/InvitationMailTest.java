package ilgam.member.identity.api;

import java.util.UUID;
import java.util.regex.Pattern;

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

import ilgam.member.test.MailServer;
import ilgam.member.test.ServiceClient;
import ilgam.starter.test.Postgres;
import ilgam.starter.test.Tokens;

import static ilgam.member.test.MailServer.decoded;
import static ilgam.member.test.MailServer.sender;
import static ilgam.member.test.MailServer.subject;
import static org.assertj.core.api.Assertions.assertThat;

/** Invitations as a mail server receives them, and sign-ups by their links. */
@DirtiesContext // its context is not shared
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "ilgam.public-url=https://ilgam.example.com")
class InvitationMailTest {

    private static final Postgres.Context DATABASES = Postgres.context("member");
    private static final MailServer SERVER = MailServer.started();
    private static final Pattern LINK = Pattern.compile("https://ilgam\\.example\\.com/invitation/([\\w-]{43})");

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        DATABASES.register(registry);
        SERVER.register(registry);
    }

    private final ServiceClient service;
    private final JdbcClient db;

    InvitationMailTest(@LocalServerPort int port, @Autowired JdbcClient db) {
        this.service = new ServiceClient(port);
        this.db = db;
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @BeforeEach
    void somebodyIsFirst() {
        if (db.sql("select exists (select from founder)").query(Boolean.class).single()) return;
        service.signUp("first@example.com", ServiceClient.PASSWORD, "The First");
    }

    @Test
    void the_mail_uses_the_inviters_language_and_time_zone() {
        var email = invite(manager("박서연", "ko", "Asia/Seoul"), "");

        var mail = SERVER.mails(email, 1).getFirst();

        assertThat(sender(mail)).isEqualTo("일감");
        assertThat(subject(mail)).isEqualTo("박서연 님이 일감에 초대했습니다");
        assertThat(decoded(mail)).contains("박서연 님이", "(Asia/Seoul)", "<html lang=\"ko\">");
        assertThat(decoded(mail)).containsPattern("\\d{4}년 \\d{1,2}월 \\d{1,2}일 (오전|오후) \\d{1,2}:\\d{2}");
    }

    @Test
    void the_inviter_may_choose_another_language() {
        var email = invite(manager("박서연", "ko", "Asia/Seoul"), ", \"locale\": \"en\"");

        var mail = SERVER.mails(email, 1).getFirst();
        assertThat(sender(mail)).isEqualTo("Ilgam");
        assertThat(subject(mail)).isEqualTo("박서연 invites you to Ilgam");
    }

    @Test
    void a_sign_up_by_the_mailed_link_proves_the_address() {
        var email = invite(manager("Ada", "en", "Europe/Berlin"), "");
        var token = LINK.matcher(decoded(SERVER.mails(email, 1).getFirst()));
        assertThat(token.find()).isTrue();

        var answer = service.post("/api/members", """
                {"email": "%s", "password": "%s", "displayName": "Lin", "invitation": "%s"}""".formatted(email, ServiceClient.PASSWORD, token.group(1)));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(service.logIn(email, ServiceClient.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void a_sign_up_with_another_address_proves_nothing() {
        var email = invite(manager("Ada", "en", "Europe/Berlin"), "");
        var token = LINK.matcher(decoded(SERVER.mails(email, 1).getFirst()));
        assertThat(token.find()).isTrue();
        var other = "other." + email;

        var answer = service.post("/api/members", """
                {"email": "%s", "password": "%s", "displayName": "Lin", "invitation": "%s"}""".formatted(other, ServiceClient.PASSWORD, token.group(1)));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(service.logIn(other, ServiceClient.PASSWORD).text("/reason")).isEqualTo("email-unconfirmed");
    }

    @Test
    void the_mail_to_a_known_person_names_the_person() {
        var person =
                service.post("/internal/people", "{\"names\": [\"kim.h\"]}").text("/people/kim.h");
        var email = invite(manager("Ada", "en", "UTC"), ", \"member\": \"" + person + "\"");

        assertThat(decoded(SERVER.mails(email, 1).getFirst())).contains("Hello kim.h,", "under the name kim.h");
    }

    @Test
    void the_link_is_only_in_the_mail() {
        var answer = service.post(
                "/api/invitations",
                "{\"email\": \"shown.%s@example.com\"}".formatted(UUID.randomUUID()),
                manager("Ada", "en", "UTC"));

        assertThat(answer.body().has("link")).isFalse();
        assertThat(answer.body().has("token")).isFalse();
    }

    @Test
    void a_company_address_admits_once_it_is_proven_by_mail() {
        var admin = "Authorization: " + Tokens.bearer(UUID.randomUUID(), "ADMIN");
        service.patch(
                "/api/settings", "{\"signUp\": {\"mode\": \"domains\", \"domains\": [\"Company.example\"]}}", admin);
        try {
            var email = UUID.randomUUID() + "@COMPANY.example";
            assertThat(service.signUp(UUID.randomUUID() + "@elsewhere.example", ServiceClient.PASSWORD, "Lin")
                            .text("/reason"))
                    .isEqualTo("domain-not-allowed");
            assertThat(service.signUp(email, ServiceClient.PASSWORD, "Lin").status())
                    .isEqualTo(201);
            assertThat(service.logIn(email, ServiceClient.PASSWORD).text("/reason"))
                    .isEqualTo("email-unconfirmed");
            assertThat(service.signUp(email, ServiceClient.PASSWORD, "X").status())
                    .isEqualTo(409);
            var rule = service.get("/api/sign-up");
            assertThat(rule.text("/mode")).isEqualTo("domains");
            assertThat(rule.text("/domains/0")).isEqualTo("company.example");
            assertThat(rule.body().at("/firstMember").asBoolean()).isFalse();
        } finally {
            service.patch("/api/settings", "{\"signUp\": {\"mode\": \"open\"}}", admin);
        }
        assertThat(service.get("/api/security-events?what=settings-changed&limit=1", admin)
                        .text("/items/0/was"))
                .isEqualTo("DOMAINS company.example");
    }

    private String manager(String name, String locale, String zone) {
        var id = service.post(
                        "/api/members", """
                {"email": "%s@example.com", "password": "%s", "displayName": "%s", "locale": "%s", "timeZone": "%s"}""".formatted(UUID.randomUUID(), ServiceClient.PASSWORD, name, locale, zone))
                .text("/id");
        var admin = "Authorization: " + Tokens.bearer(UUID.randomUUID(), "ADMIN");
        service.put("/api/members/" + id + "/role", "{\"role\": \"MANAGER\"}", admin);
        return "Authorization: Bearer " + Tokens.of(UUID.fromString(id), "MANAGER");
    }

    private String invite(String manager, String more) {
        var email = "invited." + UUID.randomUUID() + "@example.com";
        var answer = service.post("/api/invitations", "{\"email\": \"" + email + "\"" + more + "}", manager);
        assertThat(answer.status()).isEqualTo(201);
        return email;
    }
}
