package ilgam.member.people.api;

import java.net.URLEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import ilgam.member.test.ServiceClient;
import ilgam.starter.test.Postgres;
import ilgam.starter.test.Tokens;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Searching people in a company of ten thousand. */
@DirtiesContext // its context is not shared
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DirectoryTest {

    private static final Postgres.Context DATABASES = Postgres.context("member");
    private static final int COMPANY = 10_000;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        DATABASES.register(registry);
    }

    private final ServiceClient service;
    private final JdbcClient db;

    DirectoryTest(@LocalServerPort int port, @Autowired JdbcClient db) {
        this.service = new ServiceClient(port);
        this.db = db;
    }

    /** Ten thousand colleagues whom no search matches, and some whom the searches below match. */
    @BeforeAll
    void aCompany() {
        db.sql("""
                        insert into member (id, role, account, active, since, sequence)
                        select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'MEMBER', true, true, now(), 0
                        from generate_series(1, ?) n
                        """).param(COMPANY).update();
        db.sql("""
                        insert into profile (member_id, display_name, sort_name, search_name, initials, locale, time_zone,
                            version, display_name_changed_in, locale_changed_in, time_zone_changed_in)
                        select id, '박영희 ' || n, '박영희 ' || n, '박영희' || n, 'ㅂㅇㅎ' || n, 'ko', 'Asia/Seoul', 0, 0, 0, 0
                        from (select id, row_number() over () n from member) as colleague
                        """).update();
        for (var name : List.of(
                "김태현",
                "김태희",
                "가나다",
                "선우 용녀",
                "Ada Lovelace",
                "O'Neil (QA)",
                "ㅋㅋ Park",
                "100%_.*",
                "Émile Zola",
                "Straße",
                "İstanbul Işık",
                "Łukasz",
                "ｆｕｌｌ ＷＩＤＴＨ",
                "ガブリエル")) service.post("/internal/people", "{\"names\": [\"%s\"]}".formatted(name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ㄱㅌㅎ | 김태현,김태희",
                "김ㅌ | 김태현,김태희",
                "김태ㅎ | 김태현,김태희",
                "ㅌ현 | 김태현",
                "태희 | 김태희",
                "ㄴㄷ | 가나다",
                "ㅋㅋ | ㅋㅋ Park",
                "LOVE | Ada Lovelace",
                "a l | Ada Lovelace",
                "(qa) | O'Neil (QA)",
                "%_.* | 100%_.*",
                "ㅅㅇㅇㄴ | 선우 용녀",
                "선우용녀 | 선우 용녀",
                "ㅅㅇ ㅇㄴ | 선우 용녀",
                "우 ㅇ | 선우 용녀",
                "김 태현 | 김태현",
                "emile | Émile Zola",
                "ÉMILE z | Émile Zola",
                "strasse | Straße",
                "STRASSE | Straße",
                "istanbul | İstanbul Işık",
                "isik | İstanbul Işık",
                "lukasz | Łukasz",
                "full w | ｆｕｌｌ ＷＩＤＴＨ",
                "ｌｏｖｅ | Ada Lovelace",
                "ﾡﾡ | ''",
                "ﾻﾻ | ㅋㅋ Park",
                "ガブ | ガブリエル",
                "カブ | ''",
                "ㄱㅎㅌ | ''",
                "긱 | ''",
                "[ㄱ | ''"
            })
    void a_part_of_the_name_or_its_initial_consonants_find_people(String sought, String found) {
        assertThat(names(search(sought)))
                .containsExactlyElementsOf(Arrays.asList(found.split(",")).stream()
                        .filter(name -> !name.isEmpty())
                        .toList());
    }

    @Test
    void a_search_pages_through_all_matches() {
        var seen = new java.util.HashSet<String>();
        var next = "";
        do {
            var page = service.get("/api/members?limit=200&q=" + encoded("ㅂㅇㅎ") + next, as());
            page.body()
                    .at("/items")
                    .forEach(item ->
                            assertThat(seen.add(item.at("/id").asString())).isTrue());
            next = page.body().at("/next").isNull() ? "" : "&cursor=" + page.text("/next");
        } while (!next.isEmpty());

        assertThat(seen).hasSize(COMPANY);
    }

    @ParameterizedTest
    @CsvSource({"김태현,태현", "Ada Lovelace,AL", "ㅋㅋ Park,ㅋP", "O'Neil (QA),OQ", "100%_.*,1"})
    void initials_are_shown_instead_of_a_picture(String name, String initials) {
        assertThat(search(name).text("/items/0/avatar/initials")).isEqualTo(initials);
    }

    @Test
    void a_member_has_a_colour_and_may_choose_another() {
        var ada = service.somebody("Ada");
        var given = service.get("/api/members/me", ada.bearer()).text("/avatar/colour");
        assertThat(given)
                .isIn(
                        "slate", "red", "orange", "amber", "lime", "green", "teal", "sky", "blue", "indigo", "purple",
                        "pink");

        assertThat(service.patch("/api/members/me", "{\"avatarColour\": \"lime\"}", ada.bearer())
                        .text("/avatar/colour"))
                .isEqualTo("lime");
        assertThat(service.get("/api/members/" + ada.id(), as()).text("/avatar/colour"))
                .isEqualTo("lime");
        assertThat(service.patch("/api/members/me", "{\"avatarColour\": null}", ada.bearer())
                        .text("/avatar/colour"))
                .isEqualTo(given);
        var refused = service.patch("/api/members/me", "{\"avatarColour\": \"mauve\"}", ada.bearer());
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/avatarColour");
    }

    private ServiceClient.Answer search(String sought) {
        return service.get("/api/members?q=" + encoded(sought), as());
    }

    private static List<String> names(ServiceClient.Answer answer) {
        return answer.body()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/displayName").asString())
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static String as() {
        return "Authorization: Bearer " + Tokens.of(UUID.randomUUID(), "MEMBER");
    }
}
