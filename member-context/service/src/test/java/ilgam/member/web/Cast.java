package ilgam.member.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import ilgam.member.test.ServiceClient;
import ilgam.member.test.ServiceClient.Answer;
import ilgam.member.test.ServiceClient.Somebody;
import ilgam.member.web.PermissionMatrixTest.Row;
import ilgam.starter.test.Tokens;

/**
 * The callers of the permission matrix, each with the token that they would really get, and the objects of their
 * requests. Every request has objects of its own, so that requests do not affect each other.
 */
final class Cast {

    /** A kind of caller: a column of the table. */
    enum Who {
        NOBODY,
        MEMBER,
        LEAD,
        OTHER,
        MANAGER,
        ADMIN,
        LEFT,
        READ,
        WRITE,
        ALL,
        OWN,
        MANAGED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final String EVERY_SCOPE = "\"read\", \"write\", \"admin\"";
    private static final String NO_TOKEN = "X-Nobody: 1";
    private static final String CHOICE = "{\"password\": \"%s\"}".formatted(ServiceClient.PASSWORD);

    private final ServiceClient service;
    private final LocalDate nextYear = LocalDate.now(ZoneOffset.UTC).plusYears(1);
    private final AtomicInteger turn = new AtomicInteger();
    private final Map<Who, Somebody> people = new EnumMap<>(Who.class);
    private final Map<Who, String> programs = new EnumMap<>(Who.class);
    private UUID mate = new UUID(0, 0);

    Cast(ServiceClient service) {
        this.service = service;
    }

    void assemble() {
        people.put(Who.ADMIN, service.somebody("The first"));
        mate = service.somebody("Mate").id();
        people.put(Who.MEMBER, service.somebody("Member"));
        people.put(Who.LEAD, service.somebody("Lead"));
        people.put(Who.OTHER, service.somebody("Lead of another team"));
        var anotherTeam = "{\"name\": \"%s\", \"lead\": \"%s\"}".formatted(aName(), idOf(Who.OTHER));
        service.post("/api/teams", anotherTeam, admin());
        people.put(Who.MANAGER, service.somebody("Manager", "MANAGER"));
        people.put(Who.LEFT, service.somebody("Left", "ADMIN"));
        service.put("/api/members/" + idOf(Who.LEFT) + "/deactivation", "", admin());
        program(Who.READ, "ADMIN", "\"read\"");
        program(Who.WRITE, "ADMIN", "\"read\", \"write\"");
        program(Who.ALL, "ADMIN", EVERY_SCOPE);
        program(Who.OWN, "MEMBER", EVERY_SCOPE);
        program(Who.MANAGED, "MANAGER", EVERY_SCOPE);
    }

    Answer send(Who who, Row row) {
        var path = VARIABLE.matcher(row.path()).replaceAll(found -> valueOf(found.group(1), who));
        var target = path + query(row.path());
        if (row.variant().equals("(file)"))
            return service.post(target, file(), token(who), "Content-Type: multipart/form-data; boundary=feast");
        return service.send(row.method(), target, body(row, who), token(who));
    }

    private void program(Who who, String role, String scopes) {
        var owner = service.somebody("Owner of " + who, role);
        people.put(who, owner);
        var body = "{\"name\": \"Job\", \"scopes\": [%s]}".formatted(scopes);
        programs.put(
                who, service.post("/api/access-tokens", body, owner.bearer()).text("/token"));
    }

    private String token(Who who) {
        return switch (who) {
            case NOBODY -> NO_TOKEN;
            case LEFT -> tokenFromBefore(who);
            case READ, WRITE, ALL, OWN, MANAGED -> bearer(service.exchange("token", known(programs.get(who))));
            default -> ofSession(who);
        };
    }

    /** A token that the exchange signed just before the member was deactivated. */
    private String tokenFromBefore(Who who) {
        var inAnHour = Date.from(Instant.now().plusSeconds(3600));
        return "Authorization: Bearer " + Tokens.of(idOf(who), "ADMIN", claims -> claims.expirationTime(inAnHour));
    }

    /** Logs in again when an earlier request logged the caller out. */
    private String ofSession(Who who) {
        var somebody = somebody(who);
        var exchanged = service.exchange("session", somebody.cookie());
        if (exchanged.status() == 200) return bearer(exchanged);
        var again = service.loggedIn(somebody.id(), somebody.email(), ServiceClient.PASSWORD);
        people.put(who, again);
        return again.bearer();
    }

    private static String bearer(Answer exchanged) {
        return "Authorization: Bearer " + exchanged.text("/jwt");
    }

    private String admin() {
        return ofSession(Who.ADMIN);
    }

    private UUID idOf(Who who) {
        return somebody(who).id();
    }

    private Somebody somebody(Who who) {
        return known(people.get(who));
    }

    private static <T> T known(@Nullable T assembled) {
        return Objects.requireNonNull(assembled, "The cast is not assembled.");
    }

    /** The value of a path variable for this request. */
    private String valueOf(String name, Who who) {
        return switch (name) {
            case "mate" -> mate.toString();
            case "person" -> person();
            case "team" -> team();
            case "day" -> day();
            case "holiday" -> holiday();
            case "calendar" ->
                service.post("/api/holiday-calendars", "{\"country\": \"DE\"}", admin())
                        .text("/id");
            case "invitation" -> invitation().text("/id");
            case "link" -> invitation().text("/token");
            case "secret" -> "nobody-was-mailed-this";
            case "cycle" -> hasNothing(who) ? day() : cycle(who);
            case "session", "leave", "token" ->
                hasNothing(who) ? UUID.randomUUID().toString() : own(name, who);
            default -> throw new IllegalArgumentException("Unknown variable {" + name + "}");
        };
    }

    private static boolean hasNothing(Who who) {
        return who == Who.NOBODY || who == Who.LEFT;
    }

    private String own(String name, Who who) {
        var owner = "Authorization: " + Tokens.bearer(idOf(who), "MEMBER");
        return switch (name) {
            case "session" -> {
                service.logIn(somebody(who).email(), ServiceClient.PASSWORD);
                yield service.get("/api/sessions", owner).text("/items/0/id");
            }
            case "leave" ->
                service.post("/api/members/me/leave", leave(), owner).text("/id");
            default -> service.post("/api/access-tokens", newToken(), owner).text("/id");
        };
    }

    private String cycle(Who who) {
        var day = day();
        var owner = "Authorization: " + Tokens.bearer(idOf(who), "MEMBER");
        service.put("/api/members/me/work-cycle", """
                {"startsOn": "2026-01-05", "lengthDays": 9, "workingDays": ["MONDAY"], "hoursADay": 8,
                 "timeZone": "UTC", "effectiveFrom": "%s"}""".formatted(day), owner);
        return day;
    }

    private String person() {
        var name = "person-" + UUID.randomUUID();
        return service.post("/internal/people", "{\"names\": [\"%s\"]}".formatted(name))
                .text("/people/" + name);
    }

    private String team() {
        var body = "{\"name\": \"%s\", \"lead\": \"%s\"}".formatted(aName(), idOf(Who.LEAD));
        var team = service.post("/api/teams", body, admin()).text("/id");
        service.put("/api/teams/" + team + "/members/" + mate, "", admin());
        return team;
    }

    private String holiday() {
        var day = day();
        service.put("/api/holidays/" + day, "{\"name\": \"Feast\"}", admin());
        return day;
    }

    private Answer invitation() {
        return service.post("/api/invitations", "{}", admin());
    }

    private String day() {
        return nextYear.plusDays(turn.getAndIncrement()).toString();
    }

    private static String query(String path) {
        return path.endsWith("/calendar") || path.equals("/api/holidays") ? "?from=2026-11-02&to=2026-11-08" : "";
    }

    private @Nullable String body(Row row, Who who) {
        return switch (row.method() + ' ' + row.path()) {
            case "POST /api/members" -> """
                    {"email": "%s@example.com", "password": "%s", "displayName": "Kim"}""".formatted(UUID.randomUUID(), ServiceClient.PASSWORD);
            case "POST /api/session" -> """
                    {"email": "%s", "password": "%s"}""".formatted(somebody(Who.MEMBER).email(), ServiceClient.PASSWORD);
            case "POST /api/password-resets", "POST /api/email-confirmations" -> "{\"email\": \"a@example.com\"}";
            case "PUT /api/password-resets/{secret}", "PUT /api/email-confirmations/{secret}" -> CHOICE;
            case "PUT /api/members/{mate}/role" ->
                "{\"role\": \"%s\"}".formatted(who == Who.ADMIN ? "MANAGER" : "MEMBER");
            case "PUT /api/members/{person}/merger" -> "{\"into\": \"%s\"}".formatted(mate);
            case "PATCH /api/members/me" -> "{\"locale\": \"ko\"}";
            case "PUT /api/members/me/password" -> """
                    {"current": "%1$s", "password": "%1$s"}""".formatted(ServiceClient.PASSWORD);
            case "PUT /api/members/me/work-cycle" -> """
                    {"startsOn": "2026-01-05", "lengthDays": 7, "workingDays": ["MONDAY"], "hoursADay": 8,
                     "timeZone": "UTC"}""";
            case "POST /api/members/me/leave" -> leave();
            case "POST /api/teams", "PATCH /api/teams/{team}" -> "{\"name\": \"%s\"}".formatted(aName());
            case "PUT /api/holidays/{day}" -> "{\"name\": \"Feast\"}";
            case "POST /api/holiday-calendars" -> "{\"country\": \"KR\"}";
            case "POST /api/invitations" -> row.variant().isEmpty() ? "{}" : "{\"role\": \"ADMIN\"}";
            case "POST /api/access-tokens" -> newToken();
            default -> row.method().equals("GET") || row.method().equals("DELETE") ? null : "{}";
        };
    }

    private String leave() {
        return "{\"from\": \"%1$s\", \"to\": \"%1$s\"}".formatted(day());
    }

    private static String newToken() {
        return "{\"name\": \"Job\", \"scopes\": [\"read\"]}";
    }

    private String file() {
        return """
                --feast
                Content-Disposition: form-data; name="calendar"; filename="feasts.ics"
                Content-Type: text/calendar

                BEGIN:VCALENDAR
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:%s
                SUMMARY:Feast
                END:VEVENT
                END:VCALENDAR
                --feast--
                """.formatted(day().replace("-", "")).replace("\n", "\r\n");
    }

    private static String aName() {
        return "Team " + UUID.randomUUID();
    }
}
