package ilgam.member.people.api;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import ilgam.member.test.AtOnce;
import ilgam.member.test.RunningMember;
import ilgam.member.test.ServiceClient;
import ilgam.member.test.ServiceClient.Answer;
import ilgam.starter.test.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@RunningMember
class MemberApiTest {

    private final ServiceClient service;
    private final JdbcClient db;

    MemberApiTest(@LocalServerPort int port, @Autowired JdbcClient db) {
        this.service = new ServiceClient(port);
        this.db = db;
    }

    /** Creates the first member, who becomes admin, so that all others are not. */
    @BeforeEach
    void somebodyIsFirst() {
        if (db.sql("select exists (select from founder)").query(Boolean.class).single()) return;
        service.signUp("first@example.com", ServiceClient.PASSWORD, "The First");
    }

    @Test
    void a_sign_up_returns_the_new_member() {
        var answer = service.post("/api/members", """
                {"email": "Kim.TaeHyun@Example.com", "password": "correct horse battery",
                 "displayName": " 김태현 ", "locale": "ko", "timeZone": "Asia/Seoul"}""");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/api/members/" + answer.text("/id"));
        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
        assertThat(answer.text("/displayName")).isEqualTo("김태현");
        assertThat(answer.text("/email")).isEqualTo("Kim.TaeHyun@Example.com");
        assertThat(answer.text("/role")).isEqualTo("MEMBER");
        assertThat(answer.text("/locale")).isEqualTo("ko");
        assertThat(answer.text("/timeZone")).isEqualTo("Asia/Seoul");
        assertThat(answer.body().at("/active").asBoolean()).isTrue();
        assertThat(answer.body().at("/account").asBoolean()).isTrue();
        assertThat(answer.raw().headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void an_address_belongs_to_one_member_without_regard_to_case() {
        var email = anEmail();
        service.signUp(email, ServiceClient.PASSWORD, "Ada");

        var again = service.signUp(email.toUpperCase(Locale.ROOT), ServiceClient.PASSWORD, "Not Ada");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/reason")).isEqualTo("email-taken");
    }

    @Test
    void what_is_wrong_with_a_password_has_a_code() {
        var answer = service.signUp(anEmail(), "1234567890", "Ada");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo("/password");
        assertThat(answer.text("/errors/0/reason")).isEqualTo("password-common");
        var other = service.signUp("nobody", "1234567890", "Ada");
        assertThat(other.body().at("/errors"))
                .extracting(error -> error.path("reason").asString())
                .containsExactlyInAnyOrder("not-an-email", "password-common");
    }

    @Test
    void of_many_concurrent_sign_ups_with_one_address_one_succeeds() {
        var email = anEmail();
        var spellings = List.of(email, email.toUpperCase(Locale.ROOT), "A" + email.substring(1), email);

        var answers = AtOnce.call(
                spellings.stream().map(spelling -> () -> service.signUp(spelling, ServiceClient.PASSWORD, "Ada")));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409, 409, 409);
        assertThat(db.sql("select count(*) from account where email_key = ?")
                        .param(email)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_sign_up_repeated_with_its_key_gets_the_same_answer_and_happens_once() {
        var body = """
                {"email": "%s", "password": "correct horse battery", "displayName": "Ada"}""".formatted(anEmail());
        var key = "Idempotency-Key: " + UUID.randomUUID();

        var first = service.post("/api/members", body, key);
        var second = service.post("/api/members", body, key);

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void concurrent_repeats_of_a_sign_up_with_its_key_happen_once() {
        service.somebody("The first");
        var body = """
                {"email": "%s", "password": "correct horse battery", "displayName": "Ada"}""".formatted(anEmail());
        var key = "Idempotency-Key: " + UUID.randomUUID();

        var answers = AtOnce.call(IntStream.range(0, 4).mapToObj(n -> () -> service.post("/api/members", body, key)));

        assertThat(answers).extracting(ServiceClient.Answer::status).containsOnly(201);
        assertThat(answers)
                .extracting(answer -> answer.text("/id"))
                .containsOnly(answers.getFirst().text("/id"));
    }

    @Test
    void of_two_concurrent_different_sign_ups_with_the_same_key_one_is_refused() {
        service.somebody("The first");
        var key = "Idempotency-Key: " + UUID.randomUUID();

        var answers = AtOnce.call(
                IntStream.range(0, 2).mapToObj(n -> () -> service.post("/api/members", """
                {"email": "%s", "password": "correct horse battery", "displayName": "Ada"}""".formatted(anEmail()), key)));

        assertThat(answers).extracting(ServiceClient.Answer::status).containsExactlyInAnyOrder(201, 422);
    }

    @ParameterizedTest
    @CsvSource({"horse, house", "Ada, Eve", "example.com, example.org"})
    void another_sign_up_with_the_same_key_is_refused(String before, String after) {
        var body = """
                {"email": "%s", "password": "correct horse battery", "displayName": "Ada"}""".formatted(anEmail());
        var key = "Idempotency-Key: " + UUID.randomUUID();
        assertThat(service.post("/api/members", body, key).status()).isEqualTo(201);

        var other = service.post("/api/members", body.replace(before, after), key);

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("/reason")).isEqualTo("idempotency-key-reused");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"password": "long enough 1", "displayName": "Ada"}                                    | /email
            {"email": "no address", "password": "long enough 1", "displayName": "Ada"}             | /email
            {"email": "a@b@c.de", "password": "long enough 1", "displayName": "Ada"}               | /email
            {"email": "ada\\n@example.com", "password": "long enough 1", "displayName": "Ada"}     | /email
            {"email": "x@example.com", "displayName": "Ada"}                                       | /password
            {"email": "x@example.com", "password": "too short", "displayName": "Ada"}              | /password
            {"email": "long.name@example.com", "password": "LONG.name@example.com", "displayName": "Ada"} | /password
            {"email": "x@example.com", "password": "ada king lovelace", "displayName": "Ada King Lovelace"} | /password
            {"email": "x@example.com", "password": "long enough 1"}                                | /displayName
            {"email": "x@example.com", "password": "long enough 1", "displayName": "  "}           | /displayName
            {"email": "x@example.com", "password": "long enough 1", "displayName": "A\\u0000da"}   | /displayName
            {"email": "x@example.com", "password": "long enough 1", "displayName": "\\u3164"}     | /displayName
            {"email": "x@example.com", "password": "long enough 1", "displayName": "A\\u2067"}    | /displayName
            {"email": "x@example.com", "password": "long enough 1", "displayName": "A", "locale": "not a locale"} | /locale
            {"email": "x@example.com", "password": "long enough 1", "displayName": "A", "timeZone": "Mars"} | /timeZone
            """)
    void invalid_fields_of_a_sign_up_are_reported(String body, String pointer) {
        var answer = service.post("/api/members", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(answer.body().at("/errors")).hasSize(1);
    }

    @Test
    void too_long_an_address_name_or_password_is_refused_all_at_once() {
        var answer = service.signUp("a".repeat(250) + "@example.com", "p".repeat(201), "n".repeat(81));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/errors")).hasSize(3);
    }

    @Test
    void an_unknown_field_is_refused() {
        assertThat(service.post("/api/members", """
                {"email": "x@example.com", "password": "long enough 1", "displayName": "A", "role": "ADMIN"}""").status()).isEqualTo(400);
    }

    @Test
    void a_member_changes_name_language_and_time_zone() {
        var ada = service.somebody("Ada");

        var changed = service.patch("/api/members/me", """
                {"displayName": "Ada Lovelace", "timeZone": "Europe/London"}""", ada.bearer());

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"1\"");
        assertThat(changed.text("/displayName")).isEqualTo("Ada Lovelace");
        assertThat(changed.text("/locale")).isEqualTo("en");
        assertThat(service.get("/api/members/me", ada.bearer()).text("/timeZone"))
                .isEqualTo("Europe/London");
        assertThat(service.patch("/api/members/me", "{\"timeZone\": null}", ada.bearer())
                        .text("/timeZone"))
                .isEqualTo("UTC");
    }

    @Test
    void a_change_that_changes_nothing_keeps_the_version() {
        var ada = service.somebody("Ada");

        var same = service.patch("/api/members/me", "{\"displayName\": \"Ada\"}", ada.bearer());

        assertThat(same.header("ETag")).isEqualTo("\"0\"");
    }

    @Test
    void a_profile_change_is_atomic() {
        var ada = service.somebody("Ada");

        var refused = service.patch("/api/members/me", """
                {"displayName": "Countess", "timeZone": 7, "locale": "??"}""", ada.bearer());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().at("/errors")).hasSize(2);
        assertThat(service.get("/api/members/me", ada.bearer()).text("/displayName"))
                .isEqualTo("Ada");
        assertThat(service.patch("/api/members/me", "{\"displayName\": null}", ada.bearer())
                        .status())
                .isEqualTo(400);
        assertThat(service.patch("/api/members/me", "{\"role\": \"ADMIN\"}", ada.bearer())
                        .status())
                .isEqualTo(400);
        assertThat(service.patch("/api/members/me", "[]", ada.bearer()).status())
                .isEqualTo(400);
    }

    @Test
    void a_stale_edit_is_refused_only_for_the_same_field() {
        var ada = service.somebody("Ada");
        service.patch("/api/members/me", "{\"displayName\": \"Countess\"}", ada.bearer());

        var other = service.patch("/api/members/me", "{\"locale\": \"ko\"}", ada.bearer(), "If-Match: \"0\"");
        var same = service.patch("/api/members/me", "{\"displayName\": \"Lady\"}", ada.bearer(), "If-Match: \"0\"");

        assertThat(other.status()).isEqualTo(200);
        assertThat(same.status()).isEqualTo(412);
    }

    @Test
    void a_known_version_is_not_sent_again() {
        var ada = service.somebody("Ada");
        var tag = service.get("/api/members/me", ada.bearer()).header("ETag");

        assertThat(service.get("/api/members/" + ada.id(), ada.bearer(), "If-None-Match: " + tag)
                        .status())
                .isEqualTo(304);
    }

    @Test
    void an_address_is_shown_to_its_member_and_to_admins_only() {
        var ada = service.somebody("Ada");
        var path = "/api/members/" + ada.id();

        assertThat(service.get(path, ada.bearer()).text("/email")).isEqualTo(ada.email());
        assertThat(service.get(path, as("ADMIN")).text("/email")).isEqualTo(ada.email());
        assertThat(service.get(path, as("MANAGER")).body().has("email")).isFalse();
        assertThat(service.get(path, as("MEMBER")).body().has("email")).isFalse();
    }

    @Test
    void an_unknown_member_is_not_found() {
        assertThat(service.get("/api/members/" + UUID.randomUUID(), as("MEMBER"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_directory_is_sorted_as_people_sort() {
        var word = "Sorted" + UUID.randomUUID().toString().substring(0, 8);
        var sorted = Stream.of("2nd", "apple", "Émile", "Zoe", "가나", "나무")
                .map(name -> name + " " + word)
                .toList();
        sorted.reversed().forEach(name -> service.signUp(anEmail(), ServiceClient.PASSWORD, name));

        assertThat(names(service.get("/api/members?q=" + word, as("MEMBER")))).isEqualTo(sorted);
    }

    @Test
    void one_address_in_two_spellings_of_its_domain_is_taken() {
        var name = anEmail().replaceFirst("@.*", "");

        assertThat(service.signUp(name + "@일감.한국", ServiceClient.PASSWORD, "Ada")
                        .status())
                .isEqualTo(201);
        assertThat(service.signUp(name + "@XN--439A033C.xn--3e0b707e", ServiceClient.PASSWORD, "Ada")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void the_directory_finds_people_by_a_part_of_the_name_page_by_page() {
        var word = "Zoe" + UUID.randomUUID().toString().substring(0, 8);
        IntStream.range(0, 5).forEach(n -> service.signUp(anEmail(), ServiceClient.PASSWORD, "한글 " + word + " " + n));
        var query = "/api/members?q=" + word.toUpperCase(Locale.ROOT) + "&limit=2&count=true";

        var first = service.get(query, as("MEMBER"));
        var second = service.get(query + "&cursor=" + first.text("/next"), as("MEMBER"));
        var third = service.get(query + "&cursor=" + second.text("/next"), as("MEMBER"));

        assertThat(first.body().at("/total").asInt()).isEqualTo(5);
        assertThat(names(first)).containsExactly("한글 " + word + " 0", "한글 " + word + " 1");
        assertThat(names(second)).containsExactly("한글 " + word + " 2", "한글 " + word + " 3");
        assertThat(names(third)).containsExactly("한글 " + word + " 4");
        assertThat(third.body().at("/next").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "members?q=%00",
                "members?cursor=WyJcdTAwMDAiLCIwMTlhMDAwMC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDAiXQ",
                "teams?cursor=WyJcdTAwMDAiLCIwMTlhMDAwMC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDAiXQ",
                "security-events?what=%00",
                "members/me/calendar?from=%2B999999999-12-01&to=%2B999999999-12-31",
                "members/me/leave?from=%2B999999999-12-01&to=%2B999999999-12-31",
                "holidays?from=%2B999999999-12-01&to=%2B999999999-12-31",
                "teams/019a0000-0000-7000-8000-000000000000/calendar?from=%2B999999999-12-01&to=%2B999999999-12-31",
            })
    void unstorable_values_are_refused(String question) {
        assertThat(service.get("/api/" + question, as("ADMIN")).status()).isEqualTo(400);
    }

    @Test
    void unstorable_values_in_a_body_are_refused() {
        var answer = service.post("/api/session", "{\"email\": \"a\\u0000b\", \"password\": \"x\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo("/email");
    }

    @ParameterizedTest
    @CsvSource({"limit=0", "limit=201", "limit=x", "cursor=nonsense", "ids=nonsense"})
    void an_invalid_list_request_is_refused(String query) {
        assertThat(service.get("/api/members?" + query, as("MEMBER")).status()).isEqualTo(400);
    }

    @Test
    void a_percent_sign_is_searched_for_literally() {
        assertThat(service.get("/api/members?q=%25", as("MEMBER")).body().at("/items"))
                .isEmpty();
    }

    @Test
    void several_members_are_looked_up_at_once() {
        var ada = service.somebody("Ada");
        var lin = service.somebody("Lin");

        var answer =
                service.get("/api/members?ids=" + ada.id() + "," + lin.id() + "," + UUID.randomUUID(), as("MEMBER"));

        assertThat(names(answer)).containsExactly("Ada", "Lin");
    }

    @Test
    void an_admin_gives_a_member_another_role() {
        var ada = service.somebody("Ada");

        var answer = service.put("/api/members/" + ada.id() + "/role", "{\"role\": \"MANAGER\"}", as("ADMIN"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.text("/role")).isEqualTo("MANAGER");
        assertThat(service.get("/api/members/" + ada.id(), as("MEMBER")).text("/role"))
                .isEqualTo("MANAGER");
        assertThat(service.put(
                                "/api/members/" + ada.id() + "/role",
                                "{\"role\": \"MEMBER\"}",
                                as("ADMIN"),
                                "If-Match: \"0\"")
                        .status())
                .isEqualTo(412);
    }

    @ParameterizedTest
    @CsvSource({"MEMBER,403", "MANAGER,403", "ADMIN,200"})
    void only_admins_give_roles(String role, int status) {
        var ada = service.somebody("Ada");

        assertThat(service.put("/api/members/" + ada.id() + "/role", "{\"role\": \"MANAGER\"}", as(role))
                        .status())
                .isEqualTo(status);
    }

    @Test
    void a_program_gives_roles_only_with_the_scope_admin() {
        var ada = service.somebody("Ada");
        var token = "Authorization: Bearer "
                + Tokens.of(UUID.randomUUID(), "ADMIN", claims -> claims.claim("scope", "read write"));

        var answer = service.put("/api/members/" + ada.id() + "/role", "{\"role\": \"MANAGER\"}", token);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("/reason")).isEqualTo("scope");
    }

    @ParameterizedTest
    @CsvSource({"{}", "{\"role\": null}", "{\"role\": \"KING\"}", "{\"role\": 2}"})
    void an_unknown_role_is_refused(String body) {
        var ada = service.somebody("Ada");

        assertThat(service.put("/api/members/" + ada.id() + "/role", body, as("ADMIN"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void an_unknown_member_cannot_get_a_role() {
        assertThat(service.put("/api/members/" + UUID.randomUUID() + "/role", "{\"role\": \"MANAGER\"}", as("ADMIN"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_new_password_ends_every_other_session() {
        var ada = service.somebody("Ada");
        var elsewhere = service.loggedIn(ada.id(), ada.email(), ServiceClient.PASSWORD);

        var answer = service.put("/api/members/me/password", """
                {"current": "correct horse battery", "password": "an entirely new one"}""", ada.bearer());

        assertThat(answer.status()).isEqualTo(204);
        assertThat(service.exchange("session", ada.cookie()).status()).isEqualTo(200);
        assertThat(service.exchange("session", elsewhere.cookie()).status()).isEqualTo(401);
        assertThat(service.logIn(ada.email(), ServiceClient.PASSWORD).status()).isEqualTo(401);
        assertThat(service.logIn(ada.email(), "an entirely new one").status()).isEqualTo(200);
    }

    @Test
    void a_new_password_needs_the_current_one_and_follows_the_rules() {
        var ada = service.somebody("Ada");

        var wrong = service.put("/api/members/me/password", """
                {"current": "something else", "password": "an entirely new one"}""", ada.bearer());
        var weak = service.put("/api/members/me/password", """
                {"current": "correct horse battery", "password": "%s"}""".formatted(ada.email()), ada.bearer());

        assertThat(wrong.status()).isEqualTo(403);
        assertThat(wrong.text("/reason")).isEqualTo("wrong-password");
        assertThat(weak.status()).isEqualTo(400);
        assertThat(weak.text("/errors/0/pointer")).isEqualTo("/password");
    }

    @Test
    void the_description_says_what_is_required_and_what_may_be_null() {
        var schemas = service.get("/v3/api-docs").body().at("/components/schemas");

        assertThat(schemas.at("/Member/required").toString())
                .contains("displayName", "account")
                .doesNotContain("email");
        assertThat(schemas.at("/PageMember/properties/next/type").toString()).contains("string", "null");
        assertThat(schemas.at("/SignUpBody/required").toString())
                .contains("email", "password")
                .doesNotContain("locale");
        assertThat(schemas.at("/SignUpBody/properties/email/type").asString()).isEqualTo("string");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/members",
        "GET,/api/members/me",
        "PATCH,/api/members/me",
        "PUT,/api/members/me/password",
        "GET,/api/members/0199aaaa-0000-7000-8000-000000000001",
        "PUT,/api/members/0199aaaa-0000-7000-8000-000000000001/role",
        "GET,/api/session",
        "DELETE,/api/session",
        "GET,/api/sessions",
        "DELETE,/api/sessions/0199aaaa-0000-7000-8000-000000000001",
        "GET,/api/access-tokens",
        "POST,/api/access-tokens",
        "DELETE,/api/access-tokens/0199aaaa-0000-7000-8000-000000000001"
    })
    void without_a_valid_token_every_request_is_refused(String method, String path) {
        var body = method.equals("GET") || method.equals("DELETE") ? null : "{}";
        var forged = "Authorization: Bearer " + Tokens.forged(UUID.randomUUID(), "ADMIN");

        assertThat(service.send(method, path, body).status()).isEqualTo(401);
        assertThat(service.send(method, path, body, forged).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "PATCH,/api/members/me",
        "PUT,/api/members/me/password",
        "PUT,/api/members/0199aaaa-0000-7000-8000-000000000001/role",
        "POST,/api/access-tokens",
        "DELETE,/api/access-tokens/0199aaaa-0000-7000-8000-000000000001",
        "DELETE,/api/sessions/0199aaaa-0000-7000-8000-000000000001"
    })
    void a_read_only_program_cannot_change_anything(String method, String path) {
        var reader = "Authorization: Bearer "
                + Tokens.of(UUID.randomUUID(), "ADMIN", claims -> claims.claim("scope", "read"));

        var answer = service.send(method, path, method.equals("DELETE") ? null : "{}", reader);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("/reason")).isEqualTo("scope");
    }

    private static String as(String role) {
        return "Authorization: Bearer " + Tokens.of(UUID.randomUUID(), role);
    }

    private static String anEmail() {
        return "a" + UUID.randomUUID() + "@example.com";
    }

    private static List<String> names(Answer answer) {
        return answer.body()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/displayName").asString())
                .toList();
    }
}
