package ilgam.starter.web;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The stored requests with an Idempotency-Key, and their answers. */
class IdempotentRequests {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration GIVEN_UP = Duration.ofSeconds(60);
    private static final Duration SWEEP_EVERY = Duration.ofMinutes(10);
    private static final int LARGEST_ANSWER = 1024 * 1024;
    private static final String[] HEADERS = {"Content-Type", "Location", "ETag", "WWW-Authenticate", "Retry-After"};
    private static final String MINE = " where member = :member and key = :key and path = :path";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A request as the client sent it. */
    record Asked(UUID member, String key, String path, String hash) {}

    /** What is known about a request. */
    sealed interface Known permits Mine, InProgress, OtherRequest, Answered {}

    /**
     * It must be executed now.
     *
     * @param repeated whether an earlier attempt broke off or failed on our side, so that its effect is unknown
     */
    record Mine(boolean repeated) implements Known {}

    /** Another attempt is being executed. */
    record InProgress() implements Known {}

    /** The key was used for a different request. */
    record OtherRequest() implements Known {}

    /** It has been answered. */
    record Answered(int status, Map<String, String> headers, String body) implements Known {

        void repeat(HttpServletResponse response) throws IOException {
            response.setStatus(status);
            headers.forEach(response::setHeader);
            response.setHeader("Idempotent-Replayed", "true");
            var bytes = body.getBytes(UTF_8);
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        }
    }

    private record Row(
            String hash,
            Instant startedAt,
            boolean open,
            @Nullable Answered answer) {}

    private final JdbcClient db;
    private final Clock clock;
    private final AtomicReference<Instant> lastSweep;

    IdempotentRequests(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
        this.lastSweep = new AtomicReference<>(clock.instant());
    }

    /** Records the request as being executed, unless it is known. */
    Known begin(Asked asked) {
        sweepNowAndThen();
        for (int attempt = 0; attempt < 3; attempt++) {
            if (insert(asked)) return new Mine(false);
            var row = find(asked);
            if (row == null) continue;
            boolean forgotten = age(row).compareTo(KEPT) > 0;
            if (!forgotten && !row.hash().equals(asked.hash())) return new OtherRequest();
            if (forgotten || isBrokenOff(row)) {
                if (takeOver(asked, row)) return new Mine(!forgotten);
                continue;
            }
            var answer = row.answer();
            return answer == null ? new InProgress() : answer;
        }
        return new InProgress();
    }

    private boolean isBrokenOff(Row row) {
        return row.answer() == null && (row.open() || age(row).compareTo(GIVEN_UP) > 0);
    }

    private Duration age(Row row) {
        return Duration.between(row.startedAt(), clock.instant());
    }

    private boolean insert(Asked asked) {
        return bound("""
                                insert into idempotent_request (member, key, path, request_hash, started_at)
                                values (:member, :key, :path, :hash, :now) on conflict do nothing""", asked)
                        .param("hash", asked.hash())
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    private @Nullable Row find(Asked asked) {
        return bound("select * from idempotent_request" + MINE, asked)
                .query((row, _) -> row(row))
                .optional()
                .orElse(null);
    }

    private static Row row(ResultSet row) throws SQLException {
        int status = row.getInt("status");
        var answer = row.wasNull()
                ? null
                : new Answered(
                        status,
                        JSON.readValue(row.getString("headers"), new TypeReference<Map<String, String>>() {}),
                        row.getString("body"));
        return new Row(
                row.getString("request_hash"),
                row.getTimestamp("started_at").toInstant(),
                row.getBoolean("open"),
                answer);
    }

    /** Takes over a request whose attempt failed, died, or is a day old. */
    private boolean takeOver(Asked asked, Row row) {
        return bound("""
                                update idempotent_request
                                set request_hash = :hash, started_at = :now, open = false, status = null, headers = null, body = null""" + MINE + " and started_at = :before", asked)
                        .param("hash", asked.hash())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("before", Timestamp.from(row.startedAt()))
                        .update()
                == 1;
    }

    /** Stores the answer for repeats, unless it is too large; returns whether it did. */
    boolean keep(Asked asked, ContentCachingResponseWrapper response) {
        if (response.getContentSize() > LARGEST_ANSWER) return false;
        var headers = new LinkedHashMap<String, String>();
        for (var name : HEADERS) {
            var value = name.equals("Content-Type") ? response.getContentType() : response.getHeader(name);
            if (value != null) headers.put(name, value);
        }
        bound("update idempotent_request set status = :status, headers = :headers::jsonb, body = :body" + MINE, asked)
                .param("status", response.getStatus())
                .param("headers", JSON.writeValueAsString(headers))
                .param("body", new String(response.getContentAsByteArray(), UTF_8))
                .update();
        return true;
    }

    /** Lets the request be repeated at once, as a repeat. */
    void leaveOpen(Asked asked) {
        bound("update idempotent_request set open = true" + MINE, asked).update();
    }

    private JdbcClient.StatementSpec bound(String sql, Asked asked) {
        return db.sql(sql)
                .param("member", asked.member())
                .param("key", asked.key())
                .param("path", asked.path());
    }

    private void sweepNowAndThen() {
        var now = clock.instant();
        var last = lastSweep.get();
        if (Duration.between(last, now).compareTo(SWEEP_EVERY) < 0 || !lastSweep.compareAndSet(last, now)) return;
        db.sql("delete from idempotent_request where started_at < ?")
                .param(Timestamp.from(now.minus(KEPT)))
                .update();
    }
}
