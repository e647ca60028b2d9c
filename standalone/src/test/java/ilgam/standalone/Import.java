package ilgam.standalone;

import java.time.Duration;

import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

import ilgam.trial.Client;
import ilgam.trial.Multipart;

/** A running import. */
record Import(Client client, String path) {

    static Import begin(Client client, Multipart upload) {
        var accepted = client.upload("/api/imports", upload).expect(202);
        return new Import(client, accepted.header("Location"));
    }

    /** Waits until it has ended, also while the service is away. */
    JsonNode finish(Duration limit) {
        return Awaitility.await()
                .atMost(limit)
                .pollInterval(Duration.ofMillis(250))
                .ignoreExceptions()
                .until(
                        () -> client.get(path).expect(200).json(),
                        state -> !state.path("state").asString().equals("running"));
    }

    JsonNode state() {
        return client.get(path).expect(200).json();
    }
}
