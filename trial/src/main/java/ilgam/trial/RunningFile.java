package ilgam.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The addresses and process ids of a running system, as its launcher writes them into the data folder. */
record RunningFile(Path data) {

    URI url() {
        return URI.create(read().path("url").asString());
    }

    Map<String, Long> processes() {
        var pids = new TreeMap<String, Long>();
        for (var entry : read().path("processes").properties())
            pids.put(entry.getKey(), entry.getValue().asLong());
        return pids;
    }

    int registryPort() {
        return read().path("registryPort").asInt();
    }

    URI management(String process) {
        return URI.create("http://127.0.0.1:"
                + read().path("managementPorts").path(process).asInt());
    }

    URI monitor(String name) {
        return URI.create(read().path("monitors").path(name).asString());
    }

    /** A superuser's connection to the system's PostgreSQL. */
    Connection database(String name) {
        try {
            var password =
                    Files.readString(data.resolve("secrets/postgres.password")).strip();
            var url = "jdbc:postgresql://127.0.0.1:%d/%s"
                    .formatted(read().path("postgresPort").asInt(), name);
            return DriverManager.getConnection(url, "postgres", password);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private JsonNode read() {
        try {
            return JsonMapper.shared().readTree(Files.readString(data.resolve("running.json")));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
