package ilgam.standalone;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class WaitingLinesTest {

    private static final String LINE =
            "2026-11-28T19:22:14Z WARN 1 --- [event-store-watch] [] i.s.m.EventStoreWatch : Waiting for the event store at %s";

    private final List<String> said = new ArrayList<>();
    private final WaitingLines waiting = new WaitingLines(said::add);

    @TempDir
    Path folder;

    @Test
    void a_context_s_wait_is_reported_once_in_ten_seconds() {
        var log = log(LINE.formatted("127.0.0.1:8124: Connection refused"));
        assertThat(waiting.report(List.of(log("started"), log))).isTrue();
        assertThat(waiting.report(List.of(log))).isFalse();
        assertThat(said).containsExactly("waiting for the event store at 127.0.0.1:8124: Connection refused");
    }

    @Test
    void a_context_that_went_on_is_not_reported() {
        assertThat(waiting.report(List.of(log(LINE.formatted("127.0.0.1:8124: away") + "\nStarted"))))
                .isFalse();
        assertThat(said).isEmpty();
    }

    private LogFile log(String text) {
        var log = new LogFile(folder.resolve(text.hashCode() + ".log"));
        log.copy(new ByteArrayInputStream((text + "\n").getBytes(StandardCharsets.UTF_8)));
        return log;
    }
}
