package ilgam.member.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import ilgam.member.identity.secret.DerivedSecrets;
import ilgam.member.people.privacy.ErasureSubject;
import ilgam.member.people.privacy.PersonalDataEraser;
import ilgam.member.test.MailServer;
import ilgam.member.test.ServiceClient;
import ilgam.starter.test.Postgres;
import ilgam.starter.test.Tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** An erased member appears in no table, no event and no log line. */
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext // its context is not shared
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ErasureTest {

    private static final Postgres.Context DATABASES = Postgres.context("member");
    private static final String EMAIL = "Mata.Hari@Example.org";
    private static final String ADDRESS = "203.0.113.77";
    private static final String AGENT = "Pigeon/1917";
    private static final String MEMBERS = "/api/projections/member/members";
    private static final String[] AGENT_HEADERS = {"X-Forwarded-For: " + ADDRESS, "User-Agent: " + AGENT};

    /** Everything that identifies her. The database is searched regardless of case. */
    private static final List<String> PERSONAL = List.of(
            "mata.hari",
            "Mata.Hari",
            "마타하리",
            "ㅁㅌㅎㄹ",
            "agent-h21",
            "her laptop",
            ADDRESS,
            "pigeon/1917",
            "asia/jakarta");

    @TempDir
    static Path outbox;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        DATABASES.register(registry);
        registry.add("ilgam.mail.outbox", () -> outbox.toString());
        registry.add("ilgam.member.erasures", () -> outbox.resolve("erasures").toString());
    }

    private final ServiceClient service;
    private final JdbcClient db;
    private final List<ScheduledTaskHolder> schedules;
    private final Forgetful forgetful;
    private final List<ApplicationRunner> runners;
    private final DerivedSecrets secrets;

    ErasureTest(
            @LocalServerPort int port,
            @Autowired JdbcClient db,
            @Autowired List<ScheduledTaskHolder> schedules,
            @Autowired Forgetful forgetful,
            @Autowired List<ApplicationRunner> runners,
            @Autowired DerivedSecrets secrets) {
        this.secrets = secrets;
        this.forgetful = forgetful;
        this.runners = runners;
        this.service = new ServiceClient(port);
        this.db = db;
        this.schedules = schedules;
    }

    @BeforeEach
    void somebodyIsFirst() {
        forgetful.failures.set(0);
        if (db.sql("select exists (select from founder)").query(Boolean.class).single()) return;
        service.signUp("first@example.com", ServiceClient.PASSWORD, "The First");
    }

    @Test
    void nothing_identifies_an_erased_member(CapturedOutput output) {
        var mata = mataHari();
        assertThat(PERSONAL).allMatch(value -> !placesOf(value).isEmpty());

        var answer = service.delete("/api/members/" + mata, admin());

        assertThat(answer.status()).isEqualTo(204);
        assertThat(PERSONAL).allSatisfy(value -> assertThat(placesOf(value)).isEmpty());
        assertThat(PERSONAL).allSatisfy(value -> assertThat(output.getAll()).doesNotContainIgnoringCase(value));
        assertThat(output.getAll()).contains("Tomcat started");
    }

    @Test
    void an_erased_member_is_a_former_member_whose_id_stays() {
        var mata = mataHari();
        var version = version(mata);
        service.delete("/api/members/" + mata, admin());

        var shown = service.get("/api/members/" + mata, admin());

        assertThat(shown.text("/id")).isEqualTo(mata.toString());
        assertThat(shown.text("/displayName")).isEqualTo("Former member");
        assertThat(shown.text("/avatar/initials")).isEqualTo("–");
        assertThat(shown.body().at("/erased").asBoolean()).isTrue();
        assertThat(shown.body().at("/active").asBoolean()).isFalse();
        assertThat(shown.body().has("email")).isFalse();
        assertThat(version(mata)).isGreaterThan(version);
        assertThat(service.get("/api/members?ids=" + mata, admin()).text("/items/0/displayName"))
                .isEqualTo("Former member");
        for (var active : List.of("true", "false"))
            assertThat(service.get("/api/members?limit=200&active=" + active, admin())
                            .body()
                            .toString())
                    .doesNotContain(mata.toString());
        assertThat(service.delete("/api/members/" + mata, admin()).status()).isEqualTo(204);
        assertThat(service.delete("/api/members/" + mata + "/deactivation", admin())
                        .text("/reason"))
                .isEqualTo("erased");
    }

    @Test
    void the_address_of_an_erased_member_is_free_for_others() {
        var mata = mataHari();
        service.delete("/api/members/" + mata, admin());

        assertThat(service.logIn(EMAIL, ServiceClient.PASSWORD).status()).isEqualTo(401);
        var next = service.signUp(EMAIL, ServiceClient.PASSWORD, "Another Mata");

        assertThat(next.status()).isEqualTo(201);
        assertThat(next.text("/id")).isNotEqualTo(mata.toString());
        service.delete("/api/members/" + next.text("/id"), admin());
    }

    @Test
    void the_names_of_merged_persons_are_erased_too() {
        var mata = mataHari();
        var person = UUID.fromString(service.post("/internal/people", "{\"names\": [\"greta-zelle\"]}")
                .text("/people/greta-zelle"));
        service.put("/api/members/" + person + "/merger", "{\"into\": \"%s\"}".formatted(mata), admin());

        service.delete("/api/members/" + mata, admin());

        assertThat(placesOf("greta-zelle")).isEmpty();
        assertThat(service.get("/api/members/" + person, admin()).text("/displayName"))
                .isEqualTo("Former member");
    }

    @Test
    void the_address_and_the_mails_of_an_erased_invited_person_are_erased() {
        var person =
                service.post("/internal/people", "{\"names\": [\"agent-33\"]}").text("/people/agent-33");
        service.post(
                "/api/invitations",
                """
                {"member": "%s", "email": "margaretha@example.org"}""".formatted(person),
                service.somebody("Admin", "ADMIN").bearer());
        assertThat(placesOf("margaretha@example.org")).isNotEmpty();

        service.delete("/api/members/" + person, admin());

        assertThat(placesOf("margaretha@example.org")).isEmpty();
        assertThat(placesOf("agent-33")).isEmpty();
    }

    @Test
    void the_mails_of_an_erased_member_leave_the_outbox() throws IOException {
        var mata = mataHari();
        var other = service.somebody("Somebody Else");
        for (var email : List.of(EMAIL, other.email()))
            service.post("/api/password-resets", "{\"email\": \"" + email + "\"}");
        await().untilAsserted(() -> assertThat(recipients()).contains(EMAIL, other.email()));

        service.delete("/api/members/" + mata, admin());

        assertThat(recipients()).contains(other.email()).doesNotContain(EMAIL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zorblatt.unique@example.com", "조르블랏@example.com", "émile@exämple.com"})
    void an_address_is_erased_in_every_spelling(String email) throws IOException {
        var upper = email.toUpperCase(Locale.ROOT);
        service.post(
                "/api/invitations",
                "{\"email\": \"" + upper + "\"}",
                service.somebody("Admin", "ADMIN").bearer());
        var member = service.signUp(email, ServiceClient.PASSWORD, "Zorblatt").text("/id");
        service.post("/api/password-resets", "{\"email\": \"" + upper + "\"}");
        await().untilAsserted(() -> assertThat(outboxSays(email)).isEqualTo(2));

        assertThat(service.delete("/api/members/" + member, admin()).status()).isEqualTo(204);

        assertThat(placesOf(email)).isEmpty();
        assertThat(placesOf(upper)).isEmpty();
        assertThat(outboxSays(email)).isZero();
    }

    @Test
    void no_row_of_the_member_stays() {
        var mata = service.somebody("Mata");
        service.post("/api/password-resets", "{\"email\": \"" + mata.email() + "\"}");
        service.post("/api/access-tokens", "{\"name\": \"Job\", \"scopes\": [\"read\"]}", mata.bearer());
        service.put("/api/members/me/work-cycle", """
                {"startsOn": "2026-01-05", "lengthDays": 7, "workingDays": ["MONDAY"], "hoursADay": 8,
                 "timeZone": "UTC"}""", mata.bearer());
        var day = LocalDate.now(ZoneOffset.UTC).plusDays(9);
        service.post("/api/members/me/leave", "{\"from\": \"%1$s\", \"to\": \"%1$s\"}".formatted(day), mata.bearer());
        await().until(() -> rows("password_reset", mata.id()) == 1);
        assertThat(rows("leave", mata.id())).isEqualTo(1);

        service.delete("/api/members/" + mata.id(), admin());

        await().untilAsserted(() -> assertThat(List.of(
                        "account",
                        "account_claim",
                        "credentials",
                        "session",
                        "access_token",
                        "password_reset",
                        "email_confirmation",
                        "person_name",
                        "work_cycle",
                        "leave",
                        "team_member"))
                .allSatisfy(table -> assertThat(rows(table, mata.id())).isZero()));
    }

    @Test
    void a_list_outside_the_database_has_only_the_ids_of_erased_members() throws IOException {
        var mata = mataHari();
        forgetful.failures.set(1);
        service.delete("/api/members/" + mata, admin());

        var lines = Files.readAllLines(erasures());

        assertThat(lines)
                .filteredOn(line -> line.contains(mata.toString()))
                .singleElement(InstanceOfAssertFactories.STRING)
                .matches("[-0-9T:.]+Z " + mata);
        Files.delete(erasures());
        sweepLists();
        assertThat(Files.readString(erasures())).contains(mata.toString());
    }

    @Test
    void a_listed_member_who_is_back_is_erased_again_before_the_service_is_ready() throws Exception {
        var mata = mataHari();
        var cutOff = "2026-11-29T08:00:00Z 0190";
        Files.writeString(
                erasures(),
                "%1$s %2$s%n%1$s %3$s%n%4$s".formatted("2026-11-29T08:00:00Z", UUID.randomUUID(), mata, cutOff));

        begin();

        assertThat(PERSONAL).allSatisfy(value -> assertThat(placesOf(value)).isEmpty());
        var next = service.somebody("Somebody").id();
        service.delete("/api/members/" + next, admin());
        assertThat(Files.readAllLines(erasures()))
                .contains(cutOff)
                .last(InstanceOfAssertFactories.STRING)
                .endsWith(" " + next);
    }

    @Test
    void a_start_does_not_wait_for_a_paused_directory() throws Exception {
        var mata = mataHari();
        service.put(MEMBERS + "/pause", "", admin());
        assertThat(service.delete("/api/members/" + mata, admin()).status()).isEqualTo(202);
        await().untilAsserted(() -> assertThat(PERSONAL)
                .allSatisfy(value -> assertThat(placesOf(value)).isEmpty()));
        restored(mata, "마타하리");
        var zorblatt = "zorblatt.paused@example.com";
        service.signUp(zorblatt, ServiceClient.PASSWORD, "Zorblatt");
        var next = db.sql("select member_id from account where email_key = ?")
                .param(zorblatt)
                .query(UUID.class)
                .single();
        Files.writeString(
                erasures(),
                "2026-11-29T08:00:00Z %s%n".formatted(next),
                StandardOpenOption.APPEND); // as after a restore

        assertTimeoutPreemptively(Duration.ofSeconds(30), this::begin);

        assertThat(placesOf("마타하리")).isEmpty();
        assertThat(placesOf(zorblatt)).isEmpty();
        service.delete(MEMBERS + "/pause", admin());
        await().until(() -> shown(mata) && shown(next) && isReadByItsProcessor());
    }

    /** Restores the rows from before the erasure, but not the events. */
    private void restored(UUID member, String name) {
        db.sql("update profile set display_name = ? where member_id = ?")
                .params(name, member)
                .update();
        assertThat(placesOf(name)).isNotEmpty();
    }

    private boolean isReadByItsProcessor() {
        return !db.sql("select exists (select from projection_state where name = 'members')")
                .query(Boolean.class)
                .single();
    }

    private boolean shown(UUID erased) {
        return service.get("/api/members/" + erased, admin())
                .body()
                .at("/erased")
                .asBoolean();
    }

    @Test
    void an_unreadable_list_prevents_neither_an_erasure_nor_a_start() throws Exception {
        var mata = mataHari();
        Files.deleteIfExists(erasures());
        Files.createDirectory(erasures());

        service.delete("/api/members/" + mata, admin());

        assertThat(PERSONAL).allSatisfy(value -> assertThat(placesOf(value)).isEmpty());
        begin();
        Files.delete(erasures());
        Files.write(erasures(), new byte[] {(byte) 0xc3, ' ', '\n'}); // not UTF-8
        sweepLists();
        assertThat(Files.readString(erasures(), StandardCharsets.ISO_8859_1)).contains(mata.toString());
    }

    private static Path erasures() {
        return outbox.resolve("erasures");
    }

    private long rows(String table, UUID member) {
        return db.sql("select count(*) from " + table + " where member_id = ?")
                .param(member)
                .query(Long.class)
                .single();
    }

    @Test
    void a_mail_in_their_name_to_somebody_else_is_deleted() throws IOException {
        var inviter = service.somebody("Zorblatt Secondname", "ADMIN");
        var friend = "friend." + UUID.randomUUID() + "@example.com";
        service.post("/api/invitations", "{\"email\": \"" + friend + "\"}", inviter.bearer());
        await().untilAsserted(
                        () -> assertThat(outboxSays("Zorblatt Secondname")).isEqualTo(1));
        db.sql("""
                        insert into mail (id, author_id, recipient, plain, created_at, next_try_at)
                        values (gen_random_uuid(), ?, 'friend@example.com', 'Zorblatt Secondname waits', now(), 'infinity')
                        """).param(inviter.id()).update();

        service.delete("/api/members/" + inviter.id(), admin());

        assertThat(placesOf("Zorblatt Secondname")).isEmpty();
        assertThat(outboxSays("Zorblatt Secondname")).isZero();
    }

    @Test
    void an_address_by_which_they_were_invited_is_erased_everywhere() throws IOException {
        var admin = service.somebody("Admin", "ADMIN");
        invite("Margaretha.Zelle@example.org", admin);
        var token = invite("margaretha.zelle@example.org", admin);
        var member = service.post("/api/members", """
                {"email": "%s", "password": "%s", "displayName": "Mata", "invitation": "%s"}""".formatted(EMAIL, ServiceClient.PASSWORD, token))
                .text("/id");
        await().untilAsserted(() -> assertThat(outboxSays("margaretha.zelle@")).isEqualTo(2));

        service.delete("/api/members/" + member, admin());

        assertThat(placesOf("margaretha.zelle")).isEmpty();
        assertThat(outboxSays("margaretha.zelle@")).isZero();
    }

    @Test
    void an_address_by_which_a_merged_person_was_invited_is_erased_too() throws IOException {
        var person =
                service.post("/internal/people", "{\"names\": [\"agent-44\"]}").text("/people/agent-44");
        service.post("/api/invitations", """
                {"member": "%s", "email": "g.zelle@example.org"}""".formatted(person), admin());
        var mata = mataHari();
        service.put("/api/members/" + person + "/merger", "{\"into\": \"%s\"}".formatted(mata), admin());
        await().untilAsserted(() -> assertThat(outboxSays("g.zelle@")).isEqualTo(1));

        service.delete("/api/members/" + mata, admin());

        assertThat(placesOf("g.zelle@example.org")).isEmpty();
        assertThat(outboxSays("g.zelle@")).isZero();
    }

    /** Returns the secret that only the mail contains. */
    private String invite(String email, ServiceClient.Somebody by) {
        var key = UUID.randomUUID().toString();
        var answer = service.post(
                "/api/invitations", "{\"email\": \"" + email + "\"}", by.bearer(), "Idempotency-Key: " + key);
        assertThat(answer.status()).isEqualTo(201);
        return secrets.of("invitation", by.id() + " " + key).text();
    }

    /** The number of mails in the outbox that contain the value, regardless of case. */
    private static long outboxSays(String value) throws IOException {
        try (var mails = Files.list(outbox)) {
            return mails.filter(file -> file.toString().endsWith(".eml"))
                    .map(ErasureTest::read)
                    .filter(mail -> mail.toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT)))
                    .count();
        }
    }

    private static String read(Path file) {
        try (var in = Files.newInputStream(file)) {
            var properties = new Properties();
            properties.setProperty("mail.mime.allowutf8", "true");
            var mail = new MimeMessage(Session.getInstance(properties), in);
            return Arrays.toString(mail.getAllRecipients()) + MailServer.decoded(mail);
        } catch (IOException | MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static List<String> recipients() throws IOException {
        try (var mails = Files.list(outbox)) {
            return mails.filter(file -> file.toString().endsWith(".eml"))
                    .flatMap(ErasureTest::lines)
                    .filter(line -> line.startsWith("To: "))
                    .map(line -> line.substring(4))
                    .toList();
        }
    }

    private static Stream<String> lines(Path mail) {
        try {
            return Files.readAllLines(mail).stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void data_written_during_the_erasure_is_erased_by_the_sweep() {
        var mata = mataHari();
        service.delete("/api/members/" + mata, admin());
        db.sql("""
                        insert into session (id, secret_hash, member_id, created_at, last_used_at, ends_at, user_agent)
                        values (gen_random_uuid(), '\\x00', ?, now(), now(), now() + interval '1 day', 'Pigeon/1917')
                        """).param(mata).update();
        db.sql("update profile set display_name = '마타하리' where member_id = ?")
                .param(mata)
                .update();

        sweep();

        assertThat(placesOf("pigeon/1917")).isEmpty();
        assertThat(placesOf("마타하리")).isEmpty();
    }

    @Test
    void a_failed_erasure_is_repeated() {
        var mata = mataHari();
        forgetful.failures.set(1);

        assertThat(service.delete("/api/members/" + mata, admin()).status()).isEqualTo(204);

        assertThat(PERSONAL).allSatisfy(value -> assertThat(placesOf(value)).isEmpty());
    }

    /** A feature that fails during the erasure, as in a crash. */
    static class Forgetful implements PersonalDataEraser {

        private final AtomicInteger failures = new AtomicInteger();

        @Override
        public void erase(ErasureSubject subject) {
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0)
                throw new IllegalStateException("The database went away.");
        }
    }

    @TestConfiguration
    static class Breakable {

        @Bean
        @Order(Ordered.LOWEST_PRECEDENCE)
        Forgetful forgetful() {
            return new Forgetful();
        }
    }

    /** Runs what an instance runs before it reports ready. */
    private void begin() throws Exception {
        for (var runner : runners) runner.run(new DefaultApplicationArguments());
    }

    private void sweep() {
        run("Erasure.sweep");
    }

    private void sweepLists() {
        run("ListedErasures.sweep");
    }

    private void run(String name) {
        schedules.stream()
                .flatMap(holder -> holder.getScheduledTasks().stream())
                .map(ScheduledTask::getTask)
                .filter(task -> task.toString().contains(name))
                .forEach(task -> task.getRunnable().run());
    }

    /** Signs up, is named by an import under another name, and leaves data in every feature. */
    private UUID mataHari() {
        var id = UUID.fromString(
                service.post("/api/members", """
                {"email": "%s", "password": "%s", "displayName": "마타하리 Mata.Hari", "locale": "nl",
                 "timeZone": "Asia/Jakarta"}""".formatted(EMAIL, ServiceClient.PASSWORD), AGENT_HEADERS)
                        .text("/id"));
        var person =
                service.post("/internal/people", "{\"names\": [\"agent-h21\"]}").text("/people/agent-h21");
        service.put("/api/members/" + person + "/merger", "{\"into\": \"%s\"}".formatted(id), admin());
        var mata = service.loggedIn(id, EMAIL, ServiceClient.PASSWORD);
        service.logIn(EMAIL, ServiceClient.PASSWORD, AGENT_HEADERS);
        service.logIn(EMAIL, "a wrong password");
        service.post("/api/access-tokens", """
                {"name": "her laptop", "scopes": ["read"]}""", mata.bearer(), AGENT_HEADERS[0], AGENT_HEADERS[1]);
        service.patch("/api/members/me", "{\"avatarColour\": \"pink\"}", mata.bearer(), "Idempotency-Key: k1");
        return id;
    }

    /** Every table of both databases of the context that has a row with this value, as text or as bytes. */
    private List<String> placesOf(String value) {
        return Stream.of(db, JdbcClient.create(DATABASES.eventStore()))
                .flatMap(database -> tables(database).stream().filter(table -> tells(database, table, value)))
                .toList();
    }

    private static List<String> tables(JdbcClient database) {
        return database.sql("""
                        select format('%I.%I', table_schema, table_name) from information_schema.tables
                        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
                        """).query(String.class).list();
    }

    /** Searches rows as text, in which bytes are hexadecimal. */
    private static boolean tells(JdbcClient database, String table, String value) {
        return database.sql("""
                        select exists (select from %s t where position(lower(:value) in lower(t::text)) > 0
                            or position(encode(convert_to(:value, 'UTF8'), 'hex') in t::text) > 0)
                        """.formatted(table))
                .param("value", value)
                .query(Boolean.class)
                .single();
    }

    private long version(UUID member) {
        return Long.parseLong(
                service.get("/api/members/" + member, admin()).header("ETag").replace("\"", ""));
    }

    private static String admin() {
        return "Authorization: Bearer " + Tokens.of(UUID.randomUUID(), "ADMIN");
    }
}
