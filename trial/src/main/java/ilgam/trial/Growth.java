package ilgam.trial;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Measures the cost of requests of the member context in a small and in a large company: it must be the same. */
final class Growth {

    private static final Duration LOAD = Duration.ofSeconds(15);
    private static final int[] SIZES = {100, 10_000};

    private final RunningSystem system;
    private final String password;

    Growth(RunningSystem system, String password) {
        this.system = system;
        this.password = password;
    }

    void measure(List<Client> members) {
        var loads = List.of(
                new Load("who am I", client -> client.get("/api/session")),
                new Load("directory", client -> client.get("/api/members?limit=50")),
                new Load("search", client -> client.get("/api/members?limit=50&q=" + encode("ㅋㄹㅇ 77", UTF_8))));
        var logIn = new Load(
                "log in",
                client -> system.client()
                        .post("/api/session", Map.of("email", "member-0@bench.example", "password", password)));
        System.out.println("\nmembers | request | CPU ms each | median ms | p99 ms | failed");
        System.out.println("---: | --- | ---: | ---: | ---: | ---:");
        for (var size : SIZES) {
            growTo(size);
            // One at a time, because the gateway lets an address log in only 20 times a second.
            report(size, logIn.run(system, members, 1, LOAD));
            for (var load : loads) report(size, load.run(system, members, 2, LOAD));
        }
    }

    private static void report(int size, Load.Outcome outcome) {
        System.out.println("%,d | %s | %.2f | %.1f | %.1f | %d"
                .formatted(
                        size,
                        outcome.name(),
                        outcome.cpuMillisEach(),
                        outcome.median(),
                        outcome.p99(),
                        outcome.failures()));
    }

    /** Copies the last member in the tables, because ten thousand sign-ups would take long. */
    private void growTo(int size) {
        try (var connection = system.database("ilgam_member");
                var statement = connection.createStatement()) {
            statement.execute("""
                    create temp table crowd as
                    select gen_random_uuid() as id, n
                    from generate_series((select count(*) from member) + 1, %d) n;

                    create temp table model as select id from member where account order by since desc limit 1;

                    insert into member select (jsonb_populate_record(null::member,
                        to_jsonb(m) || jsonb_build_object('id', c.id, 'role', 'MEMBER'))).*
                    from crowd c, member m where m.id = (select id from model);

                    insert into account select (jsonb_populate_record(null::account, to_jsonb(a) || jsonb_build_object(
                        'member_id', c.id, 'email', 'crowd-' || n || '@bench.example',
                        'email_key', 'crowd-' || n || '@bench.example', 'sign_up_key', null))).*
                    from crowd c, account a where a.member_id = (select id from model);

                    insert into credentials select (jsonb_populate_record(null::credentials,
                        to_jsonb(k) || jsonb_build_object('member_id', c.id))).*
                    from crowd c, credentials k where k.member_id = (select id from model);

                    insert into profile select (jsonb_populate_record(null::profile, to_jsonb(p) || jsonb_build_object(
                        'member_id', c.id, 'display_name', '크라운 ' || n, 'sort_name', '크라운 ' || n))).*
                    from crowd c, profile p where p.member_id = (select id from model);

                    analyze
                    """.formatted(size));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
