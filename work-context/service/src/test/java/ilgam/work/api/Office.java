package ilgam.work.api;

import java.util.UUID;

import org.axonframework.eventhandling.gateway.EventGateway;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import ilgam.member.language.MemberEvent.MemberRegistered;
import ilgam.member.language.MemberId;
import ilgam.member.language.Role;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

/** Where the stories of the API take place: members who sign up, and projects with keys of their own. */
@RunningWork
abstract class Office {

    private static int started;

    @LocalServerPort
    private int port;

    @Autowired
    private EventGateway events;

    @Autowired
    private JdbcClient db;

    Client member() {
        return signUp(Role.MEMBER);
    }

    Client manager() {
        return signUp(Role.MANAGER);
    }

    Client admin() {
        return signUp(Role.ADMIN);
    }

    /** Starts an open project and answers its key. */
    String project(Client by) {
        return project(by, "open");
    }

    String project(Client by, String visibility) {
        var key = newKey();
        var answer = by.post(
                "/api/projects",
                "{'key': '%s', 'name': 'Project %s', 'visibility': '%s'}".formatted(key, key, visibility));
        if (answer.status() != 201) throw new AssertionError(answer.response().body());
        return key;
    }

    /** Opens a task and answers its key. */
    String task(Client by, String project) {
        return by.post("/api/tasks", "{'project': '%s', 'title': 'Tidy up'}".formatted(project))
                .text("/key");
    }

    String issue(Client by, String project) {
        return by.post("/api/issues", "{'project': '%s', 'title': 'It leaks'}".formatted(project))
                .text("/key");
    }

    static synchronized String newKey() {
        return "P" + ++started;
    }

    private Client signUp(Role role) {
        var member = UUID.randomUUID();
        events.publish(new MemberRegistered(new MemberId(member), role));
        await().atMost(10, SECONDS)
                .until(() -> db.sql("select exists (select from person where member = ?)")
                        .param(member)
                        .query(Boolean.class)
                        .single());
        return new Client(port, member, role.name());
    }
}
