package ilgam.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Checks the table of docs/security.md on a running system: which caller may use which port and path. */
@Tag("system")
class EntrancesTest {

    private static final Path DOCUMENT = Path.of("../docs/security.md");
    private static final List<String> SERVICES = List.of("member-context", "work-context", "dashboard-context");
    private static final Pattern ASKED = Pattern.compile("`([A-Z]+) (/[^`]*)`");
    private static final Pattern FORM = Pattern.compile("\\{[^}]*}");
    private static final AtomicInteger ADDRESS = new AtomicInteger();

    private static String serviceKey = "";
    private static String registryPassword = "";
    private static String revoked = "";
    private static String expired = "";
    private static Map<String, Integer> servicePorts = Map.of();

    /** A row of the table. */
    record Row(String port, String paths, List<String> expected) {

        @Override
        public String toString() {
            return port + ": " + paths.substring(0, Math.min(60, paths.length()));
        }
    }

    /** A method on a path. */
    record Way(String method, String path) {}

    private enum Visitor {
        OUTSIDER,
        WRONG_SERVICE,
        OLD_TOKEN,
        FORGED_HEADER
    }

    /** In the order of the table's columns. */
    private static final List<Visitor> VISITORS = List.of(Visitor.values());

    static List<Row> table() throws IOException {
        return Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.matches("\\| (public|registry|services|management|database) \\| .*"))
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                .filter(cells -> cells.size() == 7)
                .map(cells -> new Row(cells.get(1), cells.get(2), cells.subList(3, 7)))
                .toList();
    }

    @BeforeAll
    static void credentials() throws IOException, GeneralSecurityException {
        var member = Ilgam.member("Old Token");
        var created = member.post("/api/access-tokens", Map.of("name", "old", "scopes", List.of("read", "write")))
                .expect(201);
        member.delete("/api/access-tokens/" + created.text("id")).expect(204);
        revoked = created.text("token");
        var secrets = Ilgam.system().data().resolve("secrets");
        serviceKey = Files.readString(secrets.resolve("service-key")).strip();
        registryPassword =
                Files.readString(secrets.resolve("registry-password")).strip();
        expired = expired(secrets.resolve("token-private.pem"));
        servicePorts = servicePorts();
    }

    private static String expired(Path signingKey) throws IOException, GeneralSecurityException {
        var url = Base64.getUrlEncoder().withoutPadding();
        var claims = Map.of(
                "iss",
                "ilgam",
                "sub",
                UUID.randomUUID().toString(),
                "role",
                "ADMIN",
                "scope",
                "read write admin",
                "exp",
                Instant.now().minusSeconds(60).getEpochSecond());
        var text = url.encodeToString("{\"alg\":\"ES256\"}".getBytes(US_ASCII)) + "."
                + url.encodeToString(JsonMapper.shared().writeValueAsBytes(claims));
        var pem = Files.readString(signingKey).replaceAll("-----[A-Z ]+-----|\\s", "");
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem))));
        signature.update(text.getBytes(US_ASCII));
        return text + "." + url.encodeToString(signature.sign());
    }

    /** The ports of the services, as registered. */
    private static Map<String, Integer> servicePorts() {
        var apps = ask(
                Ilgam.system().registryPort(),
                new Way("GET", "/eureka/apps"),
                "Accept: application/json",
                registryLogin(registryPassword));
        var ports = new TreeMap<String, Integer>();
        for (var app : json(apps).at("/applications/application"))
            for (var instance : app.path("instance"))
                ports.put(
                        app.path("name").asString().toLowerCase(Locale.ROOT),
                        instance.at("/port/$").asInt());
        assertThat(ports.keySet()).containsExactlyInAnyOrderElementsOf(SERVICES);
        return ports;
    }

    @ParameterizedTest
    @MethodSource("table")
    void an_entrance_answers_as_the_table_says(Row row) throws SQLException {
        if (row.port().equals("database")) {
            assertThat(row.expected()).containsOnly("refused");
            nobodyEntersTheDatabase();
            return;
        }
        var wrong = new ArrayList<String>();
        for (var port : ports(row.port()))
            for (var way : ways(row, port))
                for (int n = 0; n < VISITORS.size(); n++)
                    for (var spelt : spellings(way, VISITORS.get(n))) {
                        var answer = ask(port, spelt, headers(VISITORS.get(n), row.port()));
                        if (!isAsExpected(status(answer), row.expected().get(n)))
                            wrong.add("%s %s on %d: %s"
                                    .formatted(
                                            VISITORS.get(n),
                                            spelt,
                                            port,
                                            answer.lines().findFirst().orElse("-")));
                    }
        assertThat(wrong).isEmpty();
    }

    @Test
    void the_table_has_every_port() throws IOException {
        assertThat(table().stream().map(Row::port).distinct())
                .containsExactlyInAnyOrder("public", "registry", "services", "management", "database");
    }

    @Test
    void no_secret_is_on_a_command_line_or_in_a_log() throws IOException {
        var system = Ilgam.system();
        var secrets = new ArrayList<String>();
        try (var files = Files.list(system.data().resolve("secrets"))) {
            for (var file : files.filter(it -> !it.toString().endsWith(".pem")).toList())
                secrets.add(Files.readString(file).strip());
        }
        for (var secret : secrets) {
            for (var pid : system.processes().values())
                assertThat(Files.readString(Path.of("/proc", Long.toString(pid), "cmdline")))
                        .doesNotContain(secret);
            try (var logs = Files.list(system.data().resolve("logs"))) {
                for (var log : logs.toList())
                    assertThat(Files.readString(log, StandardCharsets.ISO_8859_1))
                            .as(log.toString())
                            .doesNotContain(secret)
                            .doesNotContain(
                                    Base64.getEncoder().encodeToString(("service:" + secret).getBytes(US_ASCII)));
            }
        }
    }

    private static boolean isAsExpected(int status, String expected) {
        return expected.equals("answered")
                ? status != 401 && status != 421 && status < 500
                : List.of(expected.split(" or ")).contains(Integer.toString(status));
    }

    private static List<Integer> ports(String kind) {
        var system = Ilgam.system();
        return switch (kind) {
            case "public" -> List.of(system.url().getPort());
            case "registry" -> List.of(system.registryPort());
            case "services" -> List.copyOf(servicePorts.values());
            default ->
                List.of("member-context", "work-context", "dashboard-context", "gateway").stream()
                        .map(name -> system.management(name).getPort())
                        .toList();
        };
    }

    /** The paths that the row names, or that its API description lists. */
    private static Set<Way> ways(Row row, int port) throws SQLException {
        var ways = new LinkedHashSet<Way>();
        if (row.paths().startsWith("all")) {
            var document = row.port().equals("public") ? "/api/openapi.json" : "/v3/api-docs";
            json(ask(port, new Way("GET", document)))
                    .path("paths")
                    .properties()
                    .forEach(path -> path.getValue()
                            .propertyNames()
                            .forEach(method -> ways.add(new Way(
                                    method.toUpperCase(Locale.ROOT),
                                    FORM.matcher(path.getKey()).replaceAll("x")))));
            assertThat(ways).hasSizeGreaterThan(3);
            if (row.port().equals("public")) ways.removeAll(named("public"));
        }
        var named = ASKED.matcher(row.paths());
        while (named.find()) ways.add(new Way(named.group(1), named.group(2)));
        return ways;
    }

    private static Set<Way> named(String port) {
        try {
            var ways = new LinkedHashSet<Way>();
            for (var row : table()) {
                var named = ASKED.matcher(row.port().equals(port) ? row.paths() : "");
                while (named.find()) ways.add(new Way(named.group(1), named.group(2)));
            }
            return ways;
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private static List<Way> spellings(Way way, Visitor visitor) {
        var hasNoCredentials = visitor == Visitor.OUTSIDER || visitor == Visitor.WRONG_SERVICE;
        if (way.path().length() < 2 || !hasNoCredentials) return List.of(way);
        var escaped =
                "/%" + Integer.toHexString(way.path().charAt(1)) + way.path().substring(2);
        return List.of(way, new Way(way.method(), escaped));
    }

    private static String[] headers(Visitor visitor, String port) {
        return switch (visitor) {
            case OUTSIDER -> new String[0];
            case WRONG_SERVICE -> new String[] {"X-Ilgam-Service-Key: guess", registryLogin("guess")};
            case OLD_TOKEN ->
                port.equals("services")
                        ? new String[] {"X-Ilgam-Service-Key: " + serviceKey, "Authorization: Bearer " + expired}
                        : new String[] {"Authorization: Bearer " + revoked};
            case FORGED_HEADER ->
                new String[] {
                    "Host: evil.example",
                    "X-Forwarded-Host: localhost",
                    "X-Ilgam-Service-Key: " + serviceKey,
                    registryLogin(registryPassword)
                };
        };
    }

    private static String registryLogin(String password) {
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(("service:" + password).getBytes(US_ASCII));
    }

    private static void nobodyEntersTheDatabase() throws SQLException {
        String url;
        try (var connection = Ilgam.system().database("postgres")) {
            url = connection.getMetaData().getURL().replaceAll("/[^/?]*(\\?.*)?$", "/");
        }
        for (var database : List.of("postgres", "ilgam_member", "ilgam_work", "ilgam_dashboard", "ilgam_events"))
            for (var user : List.of("postgres", "ilgam_member", "ilgam_work", "ilgam_dashboard", "root"))
                for (var password : List.of("", "postgres", serviceKey, registryPassword))
                    assertThatThrownBy(() -> DriverManager.getConnection(url + database, user, password)
                                    .close())
                            .isInstanceOfSatisfying(
                                    SQLException.class,
                                    refused -> assertThat(refused.getSQLState()).matches("28...|08004"));
    }

    private static int status(String answer) {
        return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
    }

    private static JsonNode json(String answer) {
        return JsonMapper.shared().readTree(answer.substring(answer.indexOf("\r\n\r\n") + 4));
    }

    /** Sends the request from a fresh address of this machine, because each address has a rate limit. */
    private static String ask(int port, Way way, String... headers) {
        var host = Arrays.stream(headers).anyMatch(header -> header.startsWith("Host: ")) ? "" : "Host: localhost\r\n";
        var page = way.path().matches("/(.*og-in)?") ? "Accept: text/html\r\n" : "";
        var body = way.method().equals("GET") ? "" : "Content-Type: application/json\r\nContent-Length: 2\r\n";
        var request = way.method() + " " + way.path() + " HTTP/1.0\r\n" + host + page + body
                + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n") + "\r\n"
                + (body.isEmpty() ? "" : "{}");
        try {
            var from = InetAddress.getByAddress(new byte[] {127, 0, 7, (byte) (1 + ADDRESS.getAndIncrement() % 250)});
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port, from, 0)) {
                socket.setSoTimeout(60_000);
                socket.getOutputStream().write(request.getBytes(US_ASCII));
                return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException failed) {
            throw new AssertionError(way + " on " + port, failed);
        }
    }
}
