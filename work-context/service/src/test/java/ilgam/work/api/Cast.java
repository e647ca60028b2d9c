package ilgam.work.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import ilgam.starter.test.Tokens;
import ilgam.starter.web.Cursor;
import ilgam.work.api.Client.Answer;
import ilgam.work.api.PermissionMatrixTest.Row;

/** Everybody who could ask, and the places that they ask about. */
final class Cast {

    /** Somebody who asks: a column of the table. */
    enum Who {
        NOBODY,
        MEMBER,
        ADMITTED,
        STARTER,
        LEAD,
        MANAGER,
        ADMIN,
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

    /** What kind of project it is about. */
    enum Place {
        OPEN,
        PRIVATE,
        ARCHIVED,
        UNKNOWN;

        static Optional<Place> of(String word) {
            return word.isEmpty() ? Optional.empty() : Optional.of(valueOf(word.toUpperCase(Locale.ROOT)));
        }
    }

    /** A project with a task and an issue, each with a comment and a history, and an import. */
    private record Things(String project, Thing task, Thing issue, String other, String run) {

        private static final String ANY = new UUID(0, 0).toString();

        static final Things UNKNOWN =
                new Things("NOSUCH", new Thing("NOSUCH-1", ANY, ANY), new Thing("NOSUCH-2", ANY, ANY), "NOSUCH-3", ANY);

        Thing of(String path) {
            return path.startsWith("/api/issues") ? issue : task;
        }
    }

    private record Thing(String key, String comment, String entry) {}

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final String STATUSES =
            "{'statuses': [{'name': 'To do', 'category': 'todo'}, {'name': 'Done', 'category': 'done'}]}";

    private final Office office;
    private final Map<Who, Client> people = new EnumMap<>(Who.class);
    private final Map<Place, Things> places = new EnumMap<>(Place.class);
    private @Nullable Client guest;

    Cast(Office office) {
        this.office = office;
    }

    void assemble() {
        var member = office.member();
        var manager = office.manager();
        var admin = office.admin();
        people.put(Who.NOBODY, member.asking(""));
        people.put(Who.MEMBER, member);
        people.put(Who.ADMITTED, office.member());
        people.put(Who.STARTER, office.member());
        people.put(Who.LEAD, lead(office.member()));
        people.put(Who.MANAGER, manager);
        people.put(Who.ADMIN, admin);
        people.put(Who.READ, program(admin, "read"));
        people.put(Who.WRITE, program(admin, "read write"));
        people.put(Who.ALL, program(admin, "read write admin"));
        people.put(Who.OWN, program(member, "read write admin"));
        people.put(Who.MANAGED, program(manager, "read write admin"));
        guest = office.member();
        places.put(Place.OPEN, things(Place.OPEN));
        places.put(Place.PRIVATE, things(Place.PRIVATE));
        places.put(Place.ARCHIVED, things(Place.ARCHIVED));
        places.put(Place.UNKNOWN, Things.UNKNOWN);
        office.task(admin, projectOf(Place.PRIVATE)); // their own work, which their programs see with the scope admin
        starter().put("/api/projects/" + places.get(Place.ARCHIVED).project() + "/archive");
    }

    private static Client lead(Client member) {
        var teams = List.of(UUID.randomUUID().toString());
        return member.asking(Tokens.of(
                member.member(),
                "MEMBER",
                claims -> claims.claim("teams", teams).claim("leads", teams).expirationTime(late())));
    }

    /** After the last row, however slow the machine is. */
    private static Date late() {
        return Date.from(Instant.now().plus(Duration.ofHours(1)));
    }

    private static Client program(Client owner, String scopes) {
        return owner.asking(Tokens.of(
                owner.member(),
                owner.role(),
                claims -> claims.claim("scope", scopes).claim("src", "api").expirationTime(late())));
    }

    private Things things(Place place) {
        var project = project(place);
        var task = thing("/api/tasks/", office.task(starter(), project));
        var issue = thing("/api/issues/", office.issue(starter(), project));
        var run = upload(who(Who.ADMIN), project).begin();
        ImportUpload.over(who(Who.ADMIN), run, () -> {});
        return new Things(
                project, task, issue, office.task(starter(), project), run.substring(run.lastIndexOf('/') + 1));
    }

    private String project(Place place) {
        var key = Office.newKey();
        var body = "{'key': '%s', 'name': 'Project %s', 'visibility': '%s', 'workflow': %s}"
                .formatted(key, key, place == Place.PRIVATE ? "private" : "open", STATUSES);
        created(starter().post("/api/projects", body));
        if (place == Place.PRIVATE)
            starter()
                    .put("/api/projects/" + key + "/members/"
                            + who(Who.ADMITTED).member());
        return key;
    }

    private Thing thing(String path, String key) {
        return new Thing(
                key, comment(path + key), starter().get(path + key + "/history").text("/items/0/id"));
    }

    private String comment(String item) {
        return created(starter().post(item + "/comments", "{'text': 'By the starter'}"))
                .text("/id");
    }

    private static Answer created(Answer answer) {
        if (answer.status() != 201) throw new AssertionError(answer.response().body());
        return answer;
    }

    private static ImportUpload upload(Client by, String project) {
        return new ImportUpload(by)
                .project(project)
                .part("workflow", STATUSES.replace('\'', '"'))
                .part("items", "{\"id\": \"X-1\", \"title\": \"Brought\", \"created_at\": \"2026-01-05T09:00:00Z\"}\n");
    }

    /** Asks about a place as the row says, or as if it were another one. */
    Answer ask(Who who, Row row, Place place) {
        var things = Objects.requireNonNull(places.get(place));
        if (row.toString().startsWith("POST /api/imports ")) {
            var answer = upload(who(who), things.project()).send();
            return new Answer(answer.statusCode(), answer);
        }
        var path = VARIABLE.matcher(row.path()).replaceAll(found -> thing(found.group(1), row, place, things));
        return who(who).send(row.method(), path + query(row.path(), place, things), body(row, things));
    }

    /** The project's key, by which an answer is known to tell of it. */
    String projectOf(Place place) {
        return Objects.requireNonNull(places.get(place)).project();
    }

    private Client who(Who who) {
        return Objects.requireNonNull(people.get(who), "The cast is not assembled.");
    }

    private Client starter() {
        return who(Who.STARTER);
    }

    private String thing(String variable, Row row, Place place, Things things) {
        var isFresh = row.method().equals("DELETE") && (place == Place.OPEN || place == Place.PRIVATE);
        var item = things.of(row.path());
        if (row.path().startsWith("/api/dead-letters")) return "work:none";
        return switch (variable) {
            case "member" -> Objects.requireNonNull(guest).member().toString();
            case "type" -> "relates-to";
            case "other" -> things.other();
            case "comment" -> isFresh ? comment(row.path().replaceAll("\\{.*", "") + item.key()) : item.comment();
            case "context" -> "work";
            case "name" -> "none";
            case "id" -> row.path().startsWith("/api/imports") ? things.run() : item.entry();
            case "key" -> {
                if (row.path().endsWith("/archive")) yield toBeArchived(place, things);
                if (row.path().startsWith("/api/projects")) yield things.project();
                yield isFresh && row.path().endsWith("{key}") ? fresh(row.path(), things) : item.key();
            }
            default -> throw new IllegalArgumentException("What is {" + variable + "}?");
        };
    }

    private String fresh(String path, Things things) {
        return path.startsWith("/api/issues")
                ? office.issue(starter(), things.project())
                : office.task(starter(), things.project());
    }

    /** Of its own, as it is archived by it or not any more. */
    private String toBeArchived(Place place, Things things) {
        if (place == Place.UNKNOWN) return things.project();
        var key = project(place);
        if (place == Place.ARCHIVED) starter().put("/api/projects/" + key + "/archive");
        return key;
    }

    private static String query(String path, Place place, Things things) {
        return switch (path) {
            case "/api/projects" ->
                "?archived=" + (place == Place.ARCHIVED) + "&cursor=" + justBefore(things.project());
            case "/api/tasks", "/api/issues", "/api/work-items" -> "?project=" + things.project();
            default -> "";
        };
    }

    private static String justBefore(String key) {
        return Cursor.encode(key.substring(0, key.length() - 1));
    }

    private static String body(Row row, Things things) {
        return switch (row.method() + ' ' + row.path()) {
            case "POST /api/projects" -> "{'key': '%s', 'name': 'Mine'}".formatted(Office.newKey());
            case "PATCH /api/projects/{key}" -> "{'description': 'Changed'}";
            case "PUT /api/projects/{key}/workflow" -> STATUSES;
            case "POST /api/tasks", "POST /api/issues" ->
                "{'project': '%s', 'title': 'New'}".formatted(things.project());
            case "POST /api/dead-letters/{id}/discard" -> "{'reason': 'Mended'}";
            default -> ofItem(row);
        };
    }

    private static String ofItem(Row row) {
        var verb = row.method() + ' ' + row.path().replaceFirst("^/api/[a-z-]+/\\{key}", "");
        return switch (verb) {
            case "PATCH " -> "{'title': 'Renamed'}";
            case "PUT /status" -> "{'status': 'To do'}";
            case "PUT /resolution" -> "{'resolution': 'fixed'}";
            case "POST /comments", "PATCH /comments/{comment}" -> "{'text': 'Said'}";
            default -> "";
        };
    }
}
