package ilgam.member.web;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import ilgam.member.test.SecondInstance;
import ilgam.member.test.ServiceClient;
import ilgam.starter.test.Metrics;
import ilgam.starter.test.Postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@DirtiesContext // its context is not shared
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class MetricsTest {

    private static final Postgres.Context DATABASES = Postgres.context("member");

    @TempDir
    private static Path outbox;

    /** Longer than a metric's value is cached. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        DATABASES.register(registry);
        registry.add("ilgam.mail.outbox", outbox::toString);
    }

    private final ServiceClient client;
    private final ApplicationContext service;

    MetricsTest(@LocalServerPort int port, @Autowired ApplicationContext service) {
        this.client = new ServiceClient(port);
        this.service = service;
    }

    @Test
    void failed_and_throttled_log_ins_are_counted() {
        var before = metrics();
        client.logIn("nobody@example.com", "a wrong password");
        assertThat(metrics().value("ilgam_logins_failed_total") - before.value("ilgam_logins_failed_total"))
                .isEqualTo(1);
        for (int i = 0; i < 10; i++) client.logIn("nobody@example.com", "a wrong password");
        assertThat(metrics().value("ilgam_throttled_total", "limit", "account")).isEqualTo(1);
        assertThat(metrics().value("ilgam_throttled_total", "limit", "network")).isZero();
    }

    @Test
    void members_and_sessions_are_counted() {
        var members = metrics().value("ilgam_members_active");
        var sessions = metrics().value("ilgam_sessions");
        for (int i = 0; i < 3; i++) client.somebody("Ada");
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(metrics().value("ilgam_members_active")).isGreaterThanOrEqualTo(members + 3);
            assertThat(metrics().value("ilgam_sessions")).isGreaterThanOrEqualTo(sessions + 3);
        });
    }

    @Test
    void a_mail_written_to_the_outbox_is_counted() {
        var lin = client.somebody("Lin");
        var before = metrics();
        client.post("/api/password-resets", "{\"email\": \"%s\"}".formatted(lin.email()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                metrics().value("ilgam_mails_sent_total") - before.value("ilgam_mails_sent_total"))
                        .isEqualTo(1));
        assertThat(metrics().value("ilgam_mails_failed_total")).isZero();
    }

    @Test
    void metrics_identify_nobody_and_do_not_grow_with_members() {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> { // a request is counted after its response was sent
                            var series = metrics().names();
                            for (int i = 0; i < 10; i++) use(client.somebody("Another Member " + i));
                            assertThat(metrics().names()).isEqualTo(series).noneMatch(MetricsTest::isPersonal);
                        });
    }

    private void use(ServiceClient.Somebody somebody) {
        client.get("/api/members/" + somebody.id(), somebody.bearer());
        client.get("/api/members/" + UUID.randomUUID(), somebody.bearer());
        client.get("/api/members?q=" + somebody.id(), somebody.bearer());
        client.get("/api/" + somebody.id(), somebody.bearer());
        client.logIn(somebody.email(), "a wrong password");
        client.get("/api/members/me");
    }

    private static boolean isPersonal(String series) {
        return series.matches(".*([Mm]ember [0-9A-Z]|@|[0-9a-f]{8}-[0-9a-f]{4}).*");
    }

    @Test
    void there_are_never_more_than_2500_series() {
        assertThat(Metrics.of(service).worstCase(service)).isLessThanOrEqualTo(2_500);
    }

    private Metrics metrics() {
        return Metrics.of(SecondInstance.with(service));
    }
}
