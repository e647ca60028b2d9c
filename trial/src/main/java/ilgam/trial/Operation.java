package ilgam.trial;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * A frequent request of members.
 *
 * @param times requests in one turn
 * @param connections concurrent connections
 */
record Operation(String name, int times, int connections, BiFunction<Side, Client, Answer> request) {

    private static final int IMPORTED = 200;

    /** All operations that are measured. */
    static final List<Operation> ALL = List.of(
            new Operation(
                    "create",
                    200,
                    4,
                    (side, member) -> member.post(
                            "/api/tasks",
                            Map.of(
                                    "project",
                                    Side.PROJECT,
                                    "title",
                                    "A task",
                                    "description",
                                    "What is to be done. ".repeat(20)))),
            new Operation(
                    "change",
                    200,
                    4,
                    (side, member) ->
                            member.patch("/api/work-items/" + side.key(), Map.of("title", "Title " + side.number()))),
            new Operation(
                    "move",
                    200,
                    4,
                    (side, member) ->
                            member.put("/api/work-items/" + side.key() + "/status", Map.of("status", side.status()))),
            new Operation(
                    "comment",
                    200,
                    4,
                    (side, member) -> member.post(
                            "/api/work-items/" + side.key() + "/comments", Map.of("text", "Seen. ".repeat(20)))),
            new Operation("read", 1_000, 4, (side, member) -> member.get("/api/work-items/" + side.key())),
            new Operation(
                    "history", 500, 4, (side, member) -> member.get("/api/work-items/" + side.key() + "/history")),
            new Operation(
                    "list", 300, 4, (side, member) -> member.get("/api/work-items?limit=50&project=" + Side.PROJECT)),
            new Operation(
                    "search",
                    100,
                    4,
                    (side, member) -> member.get("/api/work-items?limit=50&text=machine&project=" + Side.PROJECT)),
            new Operation(
                    "as-of",
                    200,
                    4,
                    (side, member) ->
                            member.get("/api/work-items?limit=50&at=2026-06-10T00:00:00Z&project=" + Side.PROJECT)),
            new Operation(
                    "my-work",
                    500,
                    4,
                    (side, member) -> side.members().getFirst().get("/api/my-work")),
            new Operation(
                    "summary", 100, 4, (side, member) -> member.get("/api/dashboard/summary?project=" + Side.PROJECT)),
            new Operation(
                    "flow",
                    50,
                    4,
                    (side, member) -> member.get(
                            "/api/dashboard/flow?from=2026-06-01T00:00:00Z&to=2026-08-30T00:00:00Z&step=day&project="
                                    + Side.PROJECT)),
            new Operation(
                    "cycle-times",
                    50,
                    4,
                    (side, member) -> member.get(
                            "/api/dashboard/cycle-times?from=2026-06-01T00:00:00Z&to=2026-08-30T00:00:00Z&project="
                                    + Side.PROJECT)),
            new Operation("who-am-i", 1_000, 4, (side, member) -> member.get("/api/session")),
            new Operation("directory", 300, 4, (side, member) -> member.get("/api/members?limit=50")),
            // One at a time, because the gateway lets an address log in only 20 times a second.
            new Operation(
                    "log-in",
                    40,
                    1,
                    (side, member) -> side.system()
                            .client()
                            .post(
                                    "/api/session",
                                    Map.of("email", "member-1@bench.example", "password", Side.PASSWORD))),
            new Operation("import", 3, 1, (side, member) -> side.load("IMP", IMPORTED * side.number(), IMPORTED)));

    Load on(Side side) {
        return new Load(name, client -> request.apply(side, client));
    }
}
