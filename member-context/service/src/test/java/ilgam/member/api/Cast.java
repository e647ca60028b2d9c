package ilgam.member.api;

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

import ilgam.member.api.Door.Answer;
import ilgam.member.api.Door.Somebody;
import ilgam.member.api.PermissionMatrixTest.Row;
import ilgam.starter.test.Tokens;

/**
 * Everybody who could ask, each with the token that they really get, and what they ask about: something of its own
 * for every request, so that none is in the way of the next.
 */
final class Cast {

    /** Somebody who asks: a column of the table. */
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
    private static final String NOBODY_ASKS = "X-Nobody: 1";
    private static final String CHOICE = "{\"password\": \"%s\"}".formatted(Door.PASSWORD);

    private final Door door;
    private final LocalDate nextYear = LocalDate.now(ZoneOffset.UTC).plusYears(1);
    private final AtomicInteger turn = new AtomicInteger();
    private final Map<Who, Somebody> people = new EnumMap<>(Who.class);
    private final Map<Who, String> programs = new EnumMap<>(Who.class);
    private UUID mate = new UUID(0, 0);

    Cast(Door door) {
        this.door = door;
    }

    void assemble() {
        people.put(Who.ADMIN, door.somebody("The first"));
        mate = door.somebody("Mate").id();
        people.put(Who.MEMBER, door.somebody("Member"));
        people.put(Who.LEAD, door.somebody("Lead"));
        people.put(Who.OTHER, door.somebody("Lead of another team"));
        var anotherTeam = "{\"name\": \"%s\", \"lead\": \"%s\"}".formatted(aName(), idOf(Who.OTHER));
        door.post("/api/teams", anotherTeam, admin());
        people.put(Who.MANAGER, door.somebody("Manager", "MANAGER"));
        people.put(Who.LEFT, door.somebody("Left", "ADMIN"));
        door.put("/api/members/" + idOf(Who.LEFT) + "/deactivation", "", admin());
        program(Who.READ, "ADMIN", "\"read\"");
        program(Who.WRITE, "ADMIN", "\"read\", \"write\"");
        program(Who.ALL, "ADMIN", EVERY_SCOPE);
        program(Who.OWN, "MEMBER", EVERY_SCOPE);
        program(Who.MANAGED, "MANAGER", EVERY_SCOPE);
    }

    Answer ask(Who who, Row row) {
        var path = VARIABLE.matcher(row.path()).replaceAll(found -> thing(found.group(1), who));
        var asked = path + query(row.path());
        if (row.variant().equals("(file)"))
            return door.post(asked, file(), token(who), "Content-Type: multipart/form-data; boundary=feast");
        return door.send(row.method(), asked, body(row, who), token(who));
    }

    private void program(Who who, String role, String scopes) {
        var owner = door.somebody("Owner of " + who, role);
        people.put(who, owner);
        var body = "{\"name\": \"Job\", \"scopes\": [%s]}".formatted(scopes);
        programs.put(who, door.post("/api/access-tokens", body, owner.bearer()).text("/token"));
    }

    private String token(Who who) {
        return switch (who) {
            case NOBODY -> NOBODY_ASKS;
            case LEFT -> gotBefore(who);
            case READ, WRITE, ALL, OWN, MANAGED -> bearer(door.exchange("token", known(programs.get(who))));
            default -> ofSession(who);
        };
    }

    /** Signed as the exchange does, just before they left. */
    private String gotBefore(Who who) {
        var inAnHour = Date.from(Instant.now().plusSeconds(3600));
        return "Authorization: Bearer " + Tokens.of(idOf(who), "ADMIN", claims -> claims.expirationTime(inAnHour));
    }

    /** Logs in again when a request before was to log out. */
    private String ofSession(Who who) {
        var somebody = somebody(who);
        var exchanged = door.exchange("session", somebody.cookie());
        if (exchanged.status() == 200) return bearer(exchanged);
        var again = door.loggedIn(somebody.id(), somebody.email(), Door.PASSWORD);
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

    /** What a variable of a path stands for this time. */
    private String thing(String name, Who who) {
        return switch (name) {
            case "mate" -> mate.toString();
            case "person" -> person();
            case "team" -> team();
            case "day" -> day();
            case "holiday" -> holiday();
            case "calendar" ->
                door.post("/api/holiday-calendars", "{\"country\": \"DE\"}", admin())
                        .text("/id");
            case "invitation" -> invitation().text("/id");
            case "link" -> invitation().text("/token");
            case "secret" -> "nobody-was-mailed-this";
            case "cycle" -> hasNothing(who) ? day() : cycle(who);
            case "session", "leave", "token" ->
                hasNothing(who) ? UUID.randomUUID().toString() : own(name, who);
            default -> throw new IllegalArgumentException("What is {" + name + "}?");
        };
    }

    private static boolean hasNothing(Who who) {
        return who == Who.NOBODY || who == Who.LEFT;
    }

    private String own(String name, Who who) {
        var owner = "Authorization: " + Tokens.bearer(idOf(who), "MEMBER");
        return switch (name) {
            case "session" -> {
                door.logIn(somebody(who).email(), Door.PASSWORD);
                yield door.get("/api/sessions", owner).text("/items/0/id");
            }
            case "leave" -> door.post("/api/members/me/leave", leave(), owner).text("/id");
            default -> door.post("/api/access-tokens", newToken(), owner).text("/id");
        };
    }

    private String cycle(Who who) {
        var day = day();
        var owner = "Authorization: " + Tokens.bearer(idOf(who), "MEMBER");
        door.put("/api/members/me/work-cycle", """
                {"startsOn": "2026-01-05", "lengthDays": 9, "workingDays": ["MONDAY"], "hoursADay": 8,
                 "timeZone": "UTC", "effectiveFrom": "%s"}""".formatted(day), owner);
        return day;
    }

    private String person() {
        var name = "person-" + UUID.randomUUID();
        return door.post("/internal/people", "{\"names\": [\"%s\"]}".formatted(name))
                .text("/people/" + name);
    }

    private String team() {
        var body = "{\"name\": \"%s\", \"lead\": \"%s\"}".formatted(aName(), idOf(Who.LEAD));
        var team = door.post("/api/teams", body, admin()).text("/id");
        door.put("/api/teams/" + team + "/members/" + mate, "", admin());
        return team;
    }

    private String holiday() {
        var day = day();
        door.put("/api/holidays/" + day, "{\"name\": \"Feast\"}", admin());
        return day;
    }

    private Answer invitation() {
        return door.post("/api/invitations", "{}", admin());
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
                    {"email": "%s@example.com", "password": "%s", "displayName": "Kim"}""".formatted(UUID.randomUUID(), Door.PASSWORD);
            case "POST /api/session" -> """
                    {"email": "%s", "password": "%s"}""".formatted(somebody(Who.MEMBER).email(), Door.PASSWORD);
            case "POST /api/password-resets", "POST /api/email-confirmations" -> "{\"email\": \"a@example.com\"}";
            case "PUT /api/password-resets/{secret}", "PUT /api/email-confirmations/{secret}" -> CHOICE;
            case "PUT /api/members/{mate}/role" ->
                "{\"role\": \"%s\"}".formatted(who == Who.ADMIN ? "MANAGER" : "MEMBER");
            case "PUT /api/members/{person}/merger" -> "{\"into\": \"%s\"}".formatted(mate);
            case "PATCH /api/members/me" -> "{\"locale\": \"ko\"}";
            case "PUT /api/members/me/password" -> """
                    {"current": "%1$s", "password": "%1$s"}""".formatted(Door.PASSWORD);
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
