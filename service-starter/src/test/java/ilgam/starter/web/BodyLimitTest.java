package ilgam.starter.web;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import jakarta.servlet.FilterChain;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class BodyLimitTest {

    private static final FilterChain NOTHING = (_, _) -> {};

    private final BodyLimit one = new BodyLimit(1, Duration.ofMillis(50));

    @Test
    void few_large_bodies_are_in_memory_at_once() throws Exception {
        var inside = new CountDownLatch(1);
        var over = new CountDownLatch(1);
        var first = CompletableFuture.supplyAsync(() -> answered(large(null), (_, _) -> {
            inside.countDown();
            await(over);
        }));
        inside.await();

        var second = answered(large(null), NOTHING);
        assertThat(second.getStatus()).isEqualTo(503);
        assertThat(second.getHeader("Retry-After")).isEqualTo("2");
        assertThat(answered(small(), NOTHING).getStatus()).as("small ones").isEqualTo(200);
        assertThat(answered(large("Transfer-Encoding"), NOTHING).getStatus())
                .as("of unknown length")
                .isEqualTo(503);
        assertThat(answered(large("Content-Encoding"), NOTHING).getStatus())
                .as("packed")
                .isEqualTo(503);

        over.countDown();
        assertThat(first.get().getStatus()).isEqualTo(200);
        assertThat(answered(large(null), NOTHING).getStatus()).isEqualTo(200);
    }

    private static MockHttpServletRequest small() {
        var request = new MockHttpServletRequest("POST", "/api/things");
        request.setContent(new byte[1_000]);
        return request;
    }

    private static MockHttpServletRequest large(@Nullable String header) {
        var request = new MockHttpServletRequest("POST", "/api/things");
        request.setContent(new byte[header == null ? 100_000 : 10]);
        if (header != null) request.addHeader(header, "gzip");
        return request;
    }

    private MockHttpServletResponse answered(MockHttpServletRequest request, FilterChain chain) {
        var response = new MockHttpServletResponse();
        try {
            one.doFilter(request, response, chain);
            return response;
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
