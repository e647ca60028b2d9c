package ilgam.standalone;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads from the gateway whether the system is ready, and the state of the event store. */
record Health(String url) {

    private static final Pattern EVENT_STORE =
            Pattern.compile("^\\{\"status\":\"ready\",\"eventStore\":\\{\"status\":\"(\\w+)\"");

    boolean allReady() {
        return readyAnswer().isPresent();
    }

    /** up, away or refused; empty while the gateway does not answer. */
    Optional<String> eventStore() {
        return readyAnswer()
                .map(EVENT_STORE::matcher)
                .filter(found -> found.find())
                .map(found -> found.group(1));
    }

    private Optional<String> readyAnswer() {
        try {
            var connection =
                    (HttpURLConnection) URI.create(url + "/api/health").toURL().openConnection();
            connection.setConnectTimeout(2_000);
            connection.setReadTimeout(5_000);
            try {
                if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) return Optional.empty();
                return Optional.of(new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return Optional.empty();
        }
    }
}
