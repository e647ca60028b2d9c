package ilgam.member.identity.api;

import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import ilgam.member.test.AtOnce;
import ilgam.member.test.ServiceClient;
import ilgam.starter.test.Postgres;
import ilgam.starter.test.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

/** The life of a company's admins, in order: the first, a second, and that one always remains. */
@DirtiesContext // its context is not shared
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "ilgam.member.setup-code=open-sesame")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstMemberTest {

    private static final Postgres.Context DATABASES = Postgres.context("member");

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        DATABASES.register(registry);
    }

    private final ServiceClient service;
    private final JdbcClient db;

    FirstMemberTest(@LocalServerPort int port, @Autowired JdbcClient db) {
        this.service = new ServiceClient(port);
        this.db = db;
    }

    @Test
    @Order(1)
    void the_first_member_needs_the_set_up_code() {
        assertThat(service.signUp("ada@example.com", ServiceClient.PASSWORD, "Ada")
                        .status())
                .isEqualTo(403);
        var wrong = signUpWithCode("ada@example.com", "open barley");

        assertThat(wrong.status()).isEqualTo(403);
        assertThat(wrong.text("/reason")).isEqualTo("setup-code");
        assertThat(wrong.text("/detail")).contains("set-up code");
        assertThat(db.sql("select count(*) from account").query(Long.class).single())
                .isZero();
    }

    @Test
    @Order(2)
    void of_two_concurrent_first_sign_ups_one_becomes_admin() {
        var answers = AtOnce.call(
                IntStream.range(0, 4).mapToObj(n -> () -> signUpWithCode("first" + n + "@example.com", "open-sesame")));

        assertThat(answers).extracting(ServiceClient.Answer::status).containsOnly(201);
        assertThat(answers)
                .extracting(answer -> answer.text("/role"))
                .containsExactlyInAnyOrder("ADMIN", "MEMBER", "MEMBER", "MEMBER");
    }

    @Test
    @Order(3)
    void the_company_begins_in_the_zone_of_the_first_admin() {
        var zone = service.get("/api/company", "Authorization: " + Tokens.bearer(UUID.randomUUID(), "MEMBER"));

        assertThat(zone.text("/timeZone")).isEqualTo("Asia/Seoul");
        assertThat(db.sql("select count(*) from company_zone").query(Long.class).single())
                .isOne();
    }

    @Test
    @Order(3)
    void later_members_need_no_code() {
        var later = service.signUp("later@example.com", ServiceClient.PASSWORD, "Later");

        assertThat(later.status()).isEqualTo(201);
        assertThat(later.text("/role")).isEqualTo("MEMBER");
    }

    @Test
    @Order(4)
    void the_last_admin_cannot_be_demoted() {
        var refused = changeRole(theAdmin(), "MEMBER");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/reason")).isEqualTo("last-admin");
    }

    @Test
    @Order(5)
    void of_two_concurrent_demotions_of_the_last_admins_one_is_refused() {
        var first = theAdmin();
        var second = db.sql("select id from member where role = 'MEMBER' limit 1")
                .query(UUID.class)
                .single();
        assertThat(changeRole(second, "ADMIN").status()).isEqualTo(200);

        var answers = AtOnce.call(Stream.of(first, second).map(admin -> () -> changeRole(admin, "MANAGER")));

        assertThat(answers).extracting(ServiceClient.Answer::status).containsExactlyInAnyOrder(200, 409);
        assertThat(db.sql("select count(*) from member where role = 'ADMIN'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(db.sql("select count(*) from reservation where kind = 'demotion'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    @Order(6)
    void a_person_without_an_account_cannot_get_a_role() {
        var person = UUID.fromString(
                service.post("/internal/people", "{\"names\": [\"opener-8\"]}").text("/people/opener-8"));

        var refused = changeRole(person, "MANAGER");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/reason")).isEqualTo("no-account");
    }

    private UUID theAdmin() {
        return db.sql("select id from member where role = 'ADMIN'")
                .query(UUID.class)
                .single();
    }

    private ServiceClient.Answer changeRole(UUID member, String role) {
        return service.put(
                "/api/members/" + member + "/role",
                "{\"role\": \"" + role + "\"}",
                "Authorization: " + Tokens.bearer(UUID.randomUUID(), "ADMIN"));
    }

    private ServiceClient.Answer signUpWithCode(String email, String code) {
        return service.post("/api/members", """
                {"email": "%s", "password": "%s", "displayName": "First", "setupCode": "%s", "timeZone": "Asia/Seoul"}""".formatted(email, ServiceClient.PASSWORD, code));
    }
}
