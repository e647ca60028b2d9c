package ilgam.standalone;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks the gateway whether everything behind it is ready. */
record Health(String url) {

    boolean allReady() {
        try {
            var connection =
                    (HttpURLConnection) URI.create(url + "/api/health").toURL().openConnection();
            connection.setConnectTimeout(2_000);
            connection.setReadTimeout(5_000);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }
}
