package ilgam.member.time.api;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
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

import ilgam.member.language.MemberEvent.MemberRegistered;
import ilgam.member.language.MemberId;
import ilgam.member.language.Role;
import ilgam.member.test.AtOnce;
import ilgam.member.test.ServiceClient;
import ilgam.starter.messaging.Metadata;
import ilgam.starter.test.Postgres;
import ilgam.starter.test.Tokens;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The life of a company's time zone, in order: none, the first admin's, another one. */
@DirtiesContext // its context is not shared
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CompanyApiTest {

    private static final Postgres.Context DATABASES = Postgres.context("member");
    private static final String MEMBER = as("MEMBER");
    private static final String ADMIN = as("ADMIN");

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        DATABASES.register(registry);
    }

    private final ServiceClient service;
    private final EventStore events;
    private final JdbcClient db;

    CompanyApiTest(@LocalServerPort int port, @Autowired EventStore events, @Autowired JdbcClient db) {
        this.service = new ServiceClient(port);
        this.events = events;
        this.db = db;
    }

    @Test
    @Order(1)
    void a_company_without_members_uses_utc() {
        assertThat(zone("")).isEqualTo("UTC");
        assertThat(service.get("/api/company").status()).isEqualTo(401);
    }

    /** An admin from before the company had a zone, or one who signed up just before the service was killed. */
    @Test
    @Order(2)
    void the_first_zone_is_that_of_the_longest_standing_admin() {
        var now = Instant.now();
        admin("Europe/Berlin", now);
        admin("Asia/Seoul", now.minusSeconds(60));

        await().atMost(20, SECONDS).until(() -> zone("").equals("Asia/Seoul"));
        assertThat(zone("?at=2001-01-01T00:00:00Z")).isEqualTo("Asia/Seoul");
        assertThat(zones()).isEqualTo(1);
    }

    @Test
    @Order(3)
    void an_admin_changes_the_zone_from_now_on() {
        var before = Instant.now();

        var moved = move("America/New_York", ADMIN);

        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.text("/timeZone")).isEqualTo("America/New_York");
        assertThat(zone("")).isEqualTo("America/New_York");
        assertThat(zone("?at=" + before)).isEqualTo("Asia/Seoul");
        assertThat(zone("?at=" + before.plusSeconds(3600))).isEqualTo("America/New_York");
    }

    @Test
    @Order(4)
    void an_empty_change_changes_nothing() {
        var tag = service.get("/api/company", MEMBER).header("ETag");

        assertThat(service.patch("/api/company", "{}", ADMIN).header("ETag")).isEqualTo(tag);
        assertThat(move("America/New_York", ADMIN).header("ETag")).isEqualTo(tag);
        assertThat(service.get("/api/company", MEMBER, "If-None-Match: " + tag).status())
                .isEqualTo(304);
    }

    @Test
    @Order(5)
    void a_stale_change_of_the_zone_is_refused() {
        var seen = service.get("/api/company", MEMBER).header("ETag");
        assertThat(move("Europe/Paris", ADMIN, "If-Match: " + seen).status()).isEqualTo(200);

        var refused = move("UTC", ADMIN, "If-Match: " + seen);

        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.text("/reason")).isEqualTo("stale");
        assertThat(zone("")).isEqualTo("Europe/Paris");
    }

    @Test
    @Order(6)
    void only_admins_change_the_zone() {
        assertThat(move("UTC", MEMBER).status()).isEqualTo(403);
        assertThat(move("UTC", as("MANAGER")).text("/reason")).isEqualTo("role");
    }

    @Test
    @Order(7)
    void a_zone_is_an_iana_name() {
        for (var body : new String[] {"\"Seoul\"", "\"\"", "null", "9"}) {
            var refused = service.patch("/api/company", "{\"timeZone\": %s}".formatted(body), ADMIN);

            assertThat(refused.status()).as(body).isEqualTo(400);
            assertThat(refused.text("/errors/0/pointer")).as(body).isEqualTo("/timeZone");
        }
        assertThat(service.patch("/api/company", "{\"zone\": \"UTC\"}", ADMIN).status())
                .isEqualTo(400);
        assertThat(service.get("/api/company?at=yesterday", MEMBER).status()).isEqualTo(400);
    }

    @Test
    @Order(8)
    void a_repeated_request_happens_once() {
        var key = "Idempotency-Key: " + UUID.randomUUID();
        var before = zones();

        var first = move("Asia/Tokyo", ADMIN, key);
        var again = move("Asia/Tokyo", ADMIN, key);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(zones()).isEqualTo(before + 1);
    }

    @Test
    @Order(9)
    void concurrent_changes_of_the_zone_are_serialised() {
        var before = zones();

        var answers = AtOnce.call(
                Stream.of("Asia/Manila", "Asia/Dubai", "Asia/Jakarta").map(zone -> () -> move(zone, ADMIN)));

        assertThat(answers).extracting(ServiceClient.Answer::status).containsOnly(200);
        assertThat(zones()).isEqualTo(before + 3);
    }

    private void admin(String zone, Instant since) {
        var member = new MemberId(UUID.randomUUID());
        db.sql("""
                        insert into profile (member_id, display_name, sort_name, search_name, locale, time_zone, version,
                                             display_name_changed_in, locale_changed_in, time_zone_changed_in)
                        values (?, 'Ada', 'ada', 'ada', 'en', ?, 0, 0, 0, 0)
                        """).params(member.value(), zone).update();
        events.publish(new GenericDomainEventMessage<>(
                "Member",
                member.toString(),
                0,
                new MemberRegistered(member, Role.ADMIN),
                Map.of(Metadata.OCCURRED_AT, since.toString(), Metadata.SOURCE, "web")));
    }

    private ServiceClient.Answer move(String zone, String... headers) {
        return service.patch("/api/company", "{\"timeZone\": \"%s\"}".formatted(zone), headers);
    }

    private String zone(String question) {
        return service.get("/api/company" + question, MEMBER).text("/timeZone");
    }

    private long zones() {
        return db.sql("select count(*) from company_zone").query(Long.class).single();
    }

    private static String as(String role) {
        return "Authorization: " + Tokens.bearer(UUID.randomUUID(), role);
    }
}
