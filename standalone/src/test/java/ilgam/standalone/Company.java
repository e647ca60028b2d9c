package ilgam.standalone;

import java.net.URLEncoder;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import ilgam.trial.Client;
import ilgam.trial.Multipart;
import ilgam.trial.RunningSystem;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A company that has made every kind of change, and the paths of its lists and figures. */
final class Company {

    static final List<String> MEMBERS = List.of("admin", "manager", "lead", "member");

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final RunningSystem system;
    private final Map<String, Client> clients = new LinkedHashMap<>();
    private final Client admin;
    private final Client manager;
    private final Client lead;
    private final Client member;

    private Company(RunningSystem system, Function<String, Client> come) {
        this.system = system;
        MEMBERS.forEach(name -> clients.put(name, come.apply(name)));
        this.admin = client("admin");
        this.manager = client("manager");
        this.lead = client("lead");
        this.member = client("member");
    }

    /** Founds a company: its members sign up. */
    static Company found(RunningSystem system) {
        return new Company(system, name -> system.client().join(email(name), Ilgam.PASSWORD, "Member " + name));
    }

    /** Opens an existing company: its members log in. */
    static Company enter(RunningSystem system) {
        return new Company(system, name -> system.client().logIn(email(name), Ilgam.PASSWORD));
    }

    /** One of {@link #MEMBERS}, logged in. */
    Client client(String member) {
        return Objects.requireNonNull(clients.get(member));
    }

    private static String email(String member) {
        return member + "@company.example";
    }

    /** Makes every kind of change at least once, so that every event is stored. */
    void work() {
        people();
        teams();
        time();
        projects();
        items();
        history();
    }

    private void people() {
        admin.put("/api/members/" + id(manager) + "/role", Map.of("role", "MANAGER"))
                .expect(200);
        admin.patch("/api/members/me", Map.of("locale", "ko", "timeZone", "Asia/Seoul"))
                .expect(200);
        var away = id(join("away"));
        admin.put("/api/members/" + away + "/deactivation", Map.of()).expect(200);
        var back = id(join("back"));
        admin.put("/api/members/" + back + "/deactivation", Map.of()).expect(200);
        admin.delete("/api/members/" + back + "/deactivation").expect(200);
        admin.delete("/api/members/" + id(join("erased"))).expect(204);
        admin.post("/api/invitations", Map.of("role", "MANAGER")).expect(201);
        member.post("/api/access-tokens", Map.of("name", "report", "scopes", List.of("read")))
                .expect(201);
        admin.patch("/api/settings", Map.of("signUp", Map.of("mode", "invitation")))
                .expect(200);
    }

    private Client join(String name) {
        return system.client().join(email(name), Ilgam.PASSWORD, "Somebody " + name);
    }

    private void teams() {
        var team = admin.post("/api/teams", Map.of("name", "Platform", "lead", id(lead)))
                .expect(201)
                .text("id");
        admin.patch("/api/teams/" + team, Map.of("name", "플랫폼")).expect(200);
        admin.put("/api/teams/%s/members/%s".formatted(team, id(member)), Map.of())
                .expect(200);
        admin.put("/api/teams/%s/members/%s".formatted(team, id(manager)), Map.of())
                .expect(200);
        admin.put("/api/teams/%s/leads/%s".formatted(team, id(manager)), Map.of())
                .expect(200);
        admin.delete("/api/teams/%s/leads/%s".formatted(team, id(manager))).expect(200);
        admin.delete("/api/teams/%s/members/%s".formatted(team, id(manager))).expect(200);
        var second =
                admin.post("/api/teams", Map.of("name", "Passing")).expect(201).text("id");
        admin.delete("/api/teams/" + second).expect(204);
    }

    private void time() {
        var monday = LocalDate.now(ZoneOffset.UTC).with(DayOfWeek.MONDAY);
        member.put("/api/members/me/work-cycle", cycle(monday, 14)).expect(200);
        member.put(
                        "/api/members/me/work-cycle",
                        Map.of(
                                "startsOn",
                                monday.plusDays(28),
                                "lengthDays",
                                7,
                                "workingDays",
                                List.of("MONDAY", "TUESDAY"),
                                "hoursADay",
                                6,
                                "timeZone",
                                "Asia/Seoul",
                                "effectiveFrom",
                                monday.plusDays(28)))
                .expect(200);
        member.delete("/api/members/me/work-cycle/" + monday.plusDays(28)).expect(204);
        member.post("/api/members/me/leave", Map.of("from", monday.plusDays(7), "to", monday.plusDays(8)))
                .expect(201);
        var leave = member.post(
                        "/api/members/me/leave",
                        Map.of("from", monday.plusDays(9), "to", monday.plusDays(9), "part", "morning"))
                .expect(201)
                .text("id");
        member.delete("/api/members/me/leave/" + leave).expect(204);
        admin.put("/api/holidays/2027-03-02", Map.of("name", "창립기념일")).expect(200);
        admin.put("/api/holidays/2027-03-03", Map.of("name", "A mistake")).expect(200);
        admin.delete("/api/holidays/2027-03-03").expect(204);
        admin.post("/api/holiday-calendars", Map.of("country", "KR")).expect(201);
    }

    private static Map<String, Object> cycle(LocalDate startsOn, int lengthDays) {
        return Map.of(
                "startsOn",
                startsOn,
                "lengthDays",
                lengthDays,
                "workingDays",
                List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"),
                "hoursADay",
                8,
                "timeZone",
                "Asia/Seoul");
    }

    private void projects() {
        project("WEB", "open");
        project("SEC", "private");
        project("OLD", "open");
        admin.patch("/api/projects/WEB", Map.of("name", "Web shop", "description", "What customers see"))
                .expect(200);
        manager.put("/api/projects/SEC/members/" + id(lead), Map.of()).expect(200);
        manager.put("/api/projects/SEC/members/" + id(member), Map.of()).expect(200);
        manager.delete("/api/projects/SEC/members/" + id(member)).expect(200);
        manager.patch("/api/projects/OLD", Map.of("visibility", "private")).expect(200);
        manager.patch("/api/projects/OLD", Map.of("visibility", "open")).expect(200);
        var workflow = admin.get("/api/projects/WEB")
                .expect(200)
                .json()
                .path("workflow")
                .path("statuses");
        var statuses = new ArrayList<Map<String, String>>();
        var successors = Map.of("in-review", "in-progress");
        workflow.forEach(status -> {
            if (!successors.containsKey(status.path("id").asString()))
                statuses.add(Map.of(
                        "id",
                        status.path("id").asString(),
                        "name",
                        status.path("name").asString(),
                        "category",
                        status.path("category").asString()));
        });
        statuses.add(Map.of("id", "verified", "name", "검수", "category", "doing"));
        admin.put("/api/projects/WEB/workflow", Map.of("statuses", statuses, "successors", successors))
                .expect(200);
    }

    private void project(String key, String visibility) {
        manager.post("/api/projects", Map.of("key", key, "name", "Project " + key, "visibility", visibility))
                .expect(201);
    }

    private void items() {
        var task = "/api/tasks/" + task("WEB", "결제 화면을 고친다");
        var part = task("WEB", "A part of it");
        var other = task("WEB", "Somewhere else");
        member.patch(
                        task,
                        Map.of(
                                "title",
                                "결제 화면",
                                "description",
                                "What it is\nand why",
                                "assignee",
                                id(member),
                                "priority",
                                "HIGH",
                                "startOn",
                                "2026-11-02",
                                "dueOn",
                                "2026-11-20",
                                "estimateHours",
                                2.5,
                                "labels",
                                List.of("later", "결제")))
                .expect(200);
        member.patch(task, Map.of("labels", List.of("결제"), "description", "What it is", "rank", 3))
                .status();
        member.patch("/api/tasks/" + part, Map.of("parent", key(task))).expect(200);
        member.put(task + "/links/blocks/" + other, Map.of()).expect(200);
        member.put(task + "/links/relates-to/" + part, Map.of()).expect(200);
        member.delete(task + "/links/relates-to/" + part).expect(200);
        for (var status : List.of("In progress", "Blocked", "검수", "Done", "In progress"))
            member.put(task + "/status", Map.of("status", status)).expect(200);
        lead.put("/api/tasks/" + other + "/status", Map.of("status", "Done")).expect(200);
        var comment = lead.post(task + "/comments", Map.of("text", "Seen"))
                .expect(201)
                .text("id");
        lead.patch(task + "/comments/" + comment, Map.of("text", "Seen twice")).expect(200);
        var second = member.post(task + "/comments", Map.of("text", "Never mind"))
                .expect(201)
                .text("id");
        member.delete(task + "/comments/" + second).expect(204);

        var issue = "/api/issues/"
                + lead.post(
                                "/api/issues",
                                Map.of("project", "WEB", "title", "It hurts", "severity", "MAJOR", "task", part))
                        .expect(201)
                        .text("key");
        lead.patch(issue, Map.of("severity", "CRITICAL", "assignee", id(lead))).expect(200);
        lead.put(issue + "/resolution", Map.of("resolution", "Mended")).expect(200);
        lead.put(issue + "/status", Map.of("status", "Done")).expect(200);
        lead.patch("/api/work-items/" + key(issue), Map.of("kind", "task")).expect(200);
        lead.patch("/api/work-items/" + key(issue), Map.of("kind", "issue")).expect(200);

        var gone = task("WEB", "Deleted");
        member.delete("/api/tasks/" + gone).expect(204);
        var back = task("WEB", "Deleted and restored");
        member.delete("/api/tasks/" + back).expect(204);
        member.post("/api/tasks/" + back + "/restoration", Map.of()).expect(200);

        var secret = lead.post("/api/tasks", Map.of("project", "SEC", "title", "Nobody else sees this"))
                .expect(201)
                .text("key");
        lead.put("/api/tasks/" + secret + "/status", Map.of("status", "In progress"))
                .expect(200);

        var long_ = task("WEB", "Changed often");
        for (var n = 0; n < 60; n++)
            member.patch("/api/tasks/" + long_, Map.of("description", "Version " + n + ". " + "가나다라 ".repeat(40)))
                    .expect(200);

        task("OLD", "Left behind");
        manager.put("/api/projects/OLD/archive", Map.of()).expect(200);
        project("TMP", "open");
        manager.put("/api/projects/TMP/archive", Map.of()).expect(200);
        manager.delete("/api/projects/TMP/archive").expect(200);
    }

    private String task(String project, String title) {
        return member.post("/api/tasks", Map.of("project", project, "title", title))
                .expect(201)
                .text("key");
    }

    private static String key(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** An import: items with their past, one of them of a person who is merged with a member later. */
    private void history() {
        upload("IMP", imported());
        var known =
                admin.get("/api/members?account=false&q=k.known").expect(200).text("items", 0, "id");
        admin.put("/api/members/" + known + "/merger", Map.of("into", id(member)))
                .expect(200);
        var invited =
                admin.get("/api/members?account=false&q=i.invited").expect(200).text("items", 0, "id");
        var token = admin.post("/api/invitations", Map.of("member", invited))
                .expect(201)
                .text("token");
        system.client()
                .post(
                        "/api/members",
                        Map.of(
                                "email",
                                email("invited"),
                                "password",
                                Ilgam.PASSWORD,
                                "displayName",
                                "Ines Invited",
                                "invitation",
                                token))
                .expect(201);
    }

    private static Multipart imported() {
        var items = new StringBuilder();
        var events = new StringBuilder();
        for (var n = 1; n <= 12; n++) {
            var at = Instant.parse("2026-01-05T09:00:00Z").plus(Duration.ofDays(9L * n));
            var who = List.of("k.known", "i.invited", "s.stays").get(n % 3);
            items.append("""
                    {"id":"A-%d","project":"A","kind":"%s","title":"Imported %d","description":"From before","created_at":"%s","reporter":"%s"}
                    """.formatted(n, n % 2 == 0 ? "task" : "issue", n, at, who));
            var history = List.of(
                    change("created", null, null),
                    change("assignee", null, who),
                    change("status", null, "Open"),
                    change("priority", null, "HIGH"),
                    change("status", "Open", "Doing"),
                    change("Fix Version", null, "2." + n),
                    change("status", "Doing", n % 4 == 0 ? "Open" : "Closed"));
            for (var seq = 0; seq < history.size(); seq++)
                events.append("""
                        {"item_id":"A-%d","seq":%d,"at":"%s","actor":"%s",%s}
                        """.formatted(n, seq, at.plus(Duration.ofHours(31L * seq)), who, history.get(seq)));
        }
        return new Multipart()
                .file("workflow", "workflow.json", """
                        {"statuses":[{"name":"Open","category":"todo"},{"name":"Doing","category":"doing"},{"name":"Closed","category":"done"}]}
                        """.getBytes(UTF_8))
                .file("items", "items.ndjson", items.toString().getBytes(UTF_8))
                .file("events", "events.ndjson", events.toString().getBytes(UTF_8));
    }

    private static String change(String field, @Nullable String from, @Nullable String to) {
        return "\"field\":\"%s\",\"from\":%s,\"to\":%s".formatted(field, quoted(from), quoted(to));
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }

    private void upload(String project, Multipart files) {
        var done = Import.begin(admin, files.field("project", project)).finish(LIMIT);
        if (!done.path("rejected").isEmpty()) throw new IllegalStateException("The import lost something: " + done);
    }

    /** The paths that show all data, as of an instant when all processors had caught up. */
    List<String> questions(Instant rest) {
        var month = "from=2025-12-01T00:00:00Z&tz=UTC&to=" + rest;
        var keys = new ArrayList<String>();
        for (var deleted : List.of("false", "true"))
            admin.get("/api/work-items?limit=200&deleted=" + deleted)
                    .expect(200)
                    .json()
                    .path("items")
                    .forEach(item -> keys.add(item.path("key").asString()));
        return Stream.of(
                        Stream.of(
                                "/api/members?limit=200",
                                "/api/teams",
                                "/api/members/me/work-cycle",
                                "/api/members/me/leave",
                                "/api/holidays?from=2026-11-01&to=2027-12-31",
                                "/api/projects",
                                "/api/projects/WEB",
                                "/api/projects/IMP",
                                "/api/access-tokens",
                                "/api/work-items?limit=200&sort=key",
                                "/api/work-items?limit=200&deleted=true",
                                "/api/work-items?limit=200&text=" + URLEncoder.encode("결제", UTF_8),
                                "/api/work-items?limit=200&label=" + URLEncoder.encode("결제", UTF_8),
                                "/api/work-items?limit=200&assignee=me&at=" + rest,
                                "/api/work-items?limit=200&due=overdue&tz=UTC&at=" + rest,
                                "/api/work-items?limit=200&at=2026-03-01T00:00:00Z",
                                "/api/my-work?tz=UTC&at=" + rest,
                                "/api/dashboard/summary?tz=UTC&at=" + rest,
                                "/api/dashboard/summary?tz=UTC&project=IMP&at=2026-04-01T00:00:00Z",
                                "/api/dashboard/flow?step=week&" + month,
                                "/api/dashboard/throughput?step=week&" + month,
                                "/api/dashboard/cycle-times?points=true&" + month),
                        keys.stream()
                                .flatMap(key -> Stream.of("", "/history", "/comments")
                                        .map(part -> "/api/work-items/" + key + part)))
                .flatMap(paths -> paths)
                .toList();
    }

    private static String id(Client client) {
        return client.get("/api/members/me").expect(200).text("id");
    }
}
