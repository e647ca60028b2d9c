package ilgam.member.people.api;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
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

@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext // its context is not shared
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PeopleApiTest {

    private static final Postgres.Context DATABASES = Postgres.context("member");

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        DATABASES.register(registry);
    }

    private final ServiceClient service;
    private final JdbcClient db;

    PeopleApiTest(@LocalServerPort int port, @Autowired JdbcClient db) {
        this.service = new ServiceClient(port);
        this.db = db;
    }

    @Test
    void a_person_named_by_an_import_is_in_the_directory_without_an_account() {
        var id = announced("\"resolver-8\"").text("/people/resolver-8");

        var person = service.get("/api/members/" + id, "Authorization: " + Tokens.bearer(UUID.randomUUID(), "MEMBER"));

        assertThat(person.text("/displayName")).isEqualTo("resolver-8");
        assertThat(person.body().at("/account").asBoolean()).isFalse();
        assertThat(person.body().at("/active").asBoolean()).isTrue();
        assertThat(person.text("/role")).isEqualTo("MEMBER");
    }

    @Test
    void the_same_name_is_always_the_same_person() {
        var first = announced("\"opener-1\", \"opener-2\"");
        var second = announced("\"opener-2\", \"opener-3\"");

        assertThat(second.text("/people/opener-2")).isEqualTo(first.text("/people/opener-2"));
        assertThat(second.text("/people/opener-3")).isNotEqualTo(first.text("/people/opener-1"));
    }

    @Test
    void concurrent_imports_agree_on_the_ids_of_persons() {
        var names = IntStream.range(0, 40).mapToObj(n -> "\"racer-" + n + "\"").collect(Collectors.joining(","));

        var answers = AtOnce.call(Stream.generate(() -> names).limit(6).map(all -> () -> announced(all)));

        assertThat(answers).extracting(ServiceClient.Answer::status).containsOnly(200);
        assertThat(answers)
                .extracting(answer -> answer.body())
                .allMatch(answers.getFirst().body()::equals);
    }

    @Test
    void a_thousand_persons_are_announced_within_seconds() {
        var names =
                IntStream.range(0, 1000).mapToObj(n -> "\"crowd-" + n + "\"").collect(Collectors.joining(","));

        var start = Instant.now();
        var answer = announced(names);
        var took = Duration.between(start, Instant.now());

        assertThat(answer.body().at("/people")).hasSize(1000);
        assertThat(took).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void a_lost_announcement_is_repeated_by_the_next_request() {
        var id = UUID.randomUUID();
        db.sql(
                        "insert into person_name (source_name, member_id, announced, created_at) values ('lost', ?, false, now())")
                .param(id)
                .update();

        assertThat(announced("\"lost\"").text("/people/lost")).isEqualTo(id.toString());
        assertThat(db.sql("select count(*) from member where id = ?")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void announcing_persons_needs_the_service_key() {
        assertThat(service.post("/internal/people", "{\"names\": [\"x\"]}", ServiceClient.wrongKey())
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{}", "{\"names\": [\"\"]}", "{\"names\": [null]}", "{\"names\": \"x\"}"})
    void invalid_names_are_refused(String body) {
        assertThat(service.post("/internal/people", body).status()).isEqualTo(400);
    }

    @Test
    void no_name_and_no_address_is_in_any_event_or_log_line(CapturedOutput output) {
        AtOnce.call(IntStream.range(0, 4)
                .mapToObj(
                        n -> () -> service.signUp("secret.agent@example.com", ServiceClient.PASSWORD, "Secret Agent")));
        service.logIn("secret.agent@example.com", "a wrong password");
        service.post("/api/session", "{\"email\": \"secret.agent@example.com\", \"password\": ");
        announced("\"mata-hari\"");

        var events = JdbcClient.create(DATABASES.eventStore())
                .sql(
                        "select string_agg(e::text || encode(payload, 'escape') || encode(meta_data, 'escape'), ' ') from domain_event e")
                .query(String.class)
                .single();

        assertThat(events).contains("PersonAnnounced").doesNotContain("secret.agent", "Secret Agent", "mata-hari");
        assertThat(output.getAll())
                .contains("Tomcat started")
                .doesNotContain("secret.agent", "Secret Agent", "mata-hari");
    }

    private ServiceClient.Answer announced(String names) {
        return service.post("/internal/people", "{\"names\": [" + names + "]}");
    }
}
