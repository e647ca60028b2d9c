package ilgam.gateway;

import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import static ilgam.gateway.AccessTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

/** Requests through a trusted proxy on this machine, and another trusted proxy before it that terminates TLS. */
class TrustedProxiesTest {

    static final Running gateway = new Running(
                    "--ilgam.gateway.trusted-proxies=127.0.0.1,10.1.0.0/16",
                    "--ilgam.public-url=https://work.example.com",
                    "--ilgam.gateway.rate-limit.address-per-second=1",
                    "--ilgam.gateway.rate-limit.address-burst=5")
            .withAll();

    @BeforeEach
    void forget() {
        gateway.member.asked.clear();
        gateway.member.answering("/internal/exchange", 401, "{}");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "198.51.100.7                       | 198.51.100.7",
                "6.6.6.6, 198.51.100.8              | 198.51.100.8",
                "6.6.6.6, 198.51.100.9, 10.1.2.3    | 198.51.100.9",
                "10.1.2.4                           | 10.1.2.4",
                "2001:db8::7                        | 2001:db8::7",
            })
    void the_client_is_the_last_address_that_is_no_trusted_proxy(String forwarded, String client) throws Exception {
        gateway.get("/api/session", "X-Forwarded-For", forwarded, "X-Forwarded-Proto", "https");
        assertThat(gateway.member.next().header("X-Forwarded-For")).isEqualTo(client);
    }

    @Test
    void limits_go_by_the_real_client() {
        for (int asked = 0; asked < 20; asked++) gateway.get("/api/session", "X-Forwarded-For", "203.0.113.5");
        assertProblem(gateway.get("/api/session", "X-Forwarded-For", "203.0.113.5"), 429, "too-fast");
        assertThat(gateway.get("/api/session", "X-Forwarded-For", "203.0.113.6").statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_forwarded_host_is_used() {
        assertThat(gateway.get("/api/session", "X-Forwarded-For", "203.0.113.8", "X-Forwarded-Host", "work.example.com")
                        .statusCode())
                .isEqualTo(200);
        assertProblem(
                gateway.get("/api/session", "X-Forwarded-For", "203.0.113.8", "X-Forwarded-Host", "evil.example"),
                421,
                "unknown-host");
    }

    @Test
    void an_https_installation_sends_hsts() {
        assertThat(gateway.get("/api/health").headers().firstValue("Strict-Transport-Security"))
                .isPresent();
        try (var plain = new Running()) {
            assertThat(plain.get("/api/health", "X-Forwarded-Proto", "https")
                            .headers()
                            .map())
                    .doesNotContainKey("strict-transport-security")
                    .isNotEqualTo(Map.of());
        }
    }

    @Test
    void the_session_cookie_is_read_under_both_names() throws Exception {
        for (var name : new String[] {"ILGAM_SESSION", "__Host-ILGAM_SESSION"}) {
            var secret = "secretOfLinUnderName" + name.length();
            gateway.get("/api/session", "X-Forwarded-For", "203.0.113.9", "Cookie", name + "=" + secret);
            assertThat(exchanged()).isEqualTo(secret);
        }
        gateway.get(
                "/api/session",
                "X-Forwarded-For",
                "203.0.113.9",
                "Cookie",
                "ILGAM_SESSION=plantedByEvePlanted; __Host-ILGAM_SESSION=anotherOfLinAnotherOfLin");
        assertThat(exchanged()).isEqualTo("anotherOfLinAnotherOfLin");
    }

    private static String exchanged() throws InterruptedException {
        var asked = gateway.member.next();
        assertThat(asked.uri()).isEqualTo("/internal/exchange");
        gateway.member.asked.clear();
        return JsonMapper.shared().readTree(asked.body()).path("session").asString();
    }
}
