package ilgam.member.people.directory;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import ilgam.member.language.MemberId;
import ilgam.member.language.Role;
import ilgam.member.people.membership.MemberCommand;
import ilgam.member.people.membership.MemberCommand.AnnouncePerson;
import ilgam.member.people.membership.MemberCommand.ChangeRole;
import ilgam.member.people.membership.MemberCommand.ClaimAccount;
import ilgam.member.people.membership.MemberCommand.DeactivateMember;
import ilgam.member.people.membership.MemberCommand.EraseMember;
import ilgam.member.people.membership.MemberCommand.MergePerson;
import ilgam.member.people.membership.MemberCommand.ReactivateMember;
import ilgam.member.people.membership.MemberCommand.RegisterMember;
import ilgam.starter.messaging.Commands;
import ilgam.starter.messaging.RecordedResolver;
import ilgam.starter.security.Caller;
import ilgam.starter.test.Postgres;

import static org.assertj.core.api.Assertions.assertThat;

/** The directory's rows are the same live and after a rebuild from the first event. */
@DirtiesContext // its context is not shared
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class MemberProjectionTest {

    private static final Postgres.Context DATABASES = Postgres.context("member");

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        DATABASES.register(registry);
    }

    private final MemberId ada = someone();
    private final MemberId lin = someone();
    private final MemberId kim = someone();
    private final MemberId taehyun = someone();
    private final MemberId sam = someone();

    @Autowired
    private Commands commands;

    @Autowired
    private MemberProjection projection;

    @Autowired
    private EventStore events;

    @Autowired
    private JdbcClient db;

    @Test
    void a_rebuild_from_the_first_event_gives_equal_rows() {
        List.of(
                        new RegisterMember(ada, Role.ADMIN),
                        new RegisterMember(lin, Role.MEMBER),
                        new AnnouncePerson(kim),
                        new AnnouncePerson(taehyun),
                        new AnnouncePerson(sam))
                .forEach(this::send);
        await(sam, "sequence = 0");
        send(new MergePerson(kim, taehyun));
        await(kim, "merged_into is not null");
        List.of(
                        new MergePerson(taehyun, sam),
                        new ClaimAccount(sam, Role.MANAGER),
                        new ChangeRole(sam, Role.ADMIN, null))
                .forEach(this::send);
        await(sam, "role = 'ADMIN'");
        List.of(new DeactivateMember(ada, null), new ReactivateMember(ada, null), new EraseMember(lin, null))
                .forEach(this::send);
        await(ada, "active and sequence = 2");
        send(new DeactivateMember(sam, null));
        await(sam, "not active");
        var before = rows();

        rebuild();

        assertThat(rows()).isEqualTo(before);
        assertThat(row(kim)).containsEntry("merged_into", sam.value()).containsEntry("active", false);
        assertThat(row(lin)).containsEntry("erased", true).containsEntry("account", false);
        assertThat(row(sam)).containsEntry("account", true).containsEntry("active", false);
        assertThat(row(ada)).containsEntry("active", true).containsEntry("role", "ADMIN");
    }

    /** Deletes all rows and replays all events in the order of the store. */
    private void rebuild() {
        var handlers = new AnnotationEventHandlerAdapter(
                projection,
                MultiParameterResolverFactory.ordered(
                        ClasspathParameterResolverFactory.forClass(getClass()), new RecordedResolver()));
        handlers.prepareReset(null);
        assertThat(rows()).isEmpty();
        try (var all = events.openStream(null)) {
            while (all.hasNextAvailable(1, TimeUnit.SECONDS)) handlers.handle(all.nextAvailable());
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private List<Map<String, Object>> rows() {
        return db.sql("select * from member order by id").query().listOfRows();
    }

    private Map<String, Object> row(MemberId member) {
        return db.sql("select * from member where id = ?")
                .param(member.value())
                .query()
                .singleRow();
    }

    private void await(MemberId member, String condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> db.sql("select exists (select from member where id = ? and " + condition + ")")
                        .param(member.value())
                        .query(Boolean.class)
                        .single());
    }

    private void send(MemberCommand command) {
        commands.send(command, new Caller(UUID.randomUUID(), "ADMIN", Set.of(), Set.of(), Set.of(), "web"));
    }

    private static MemberId someone() {
        return new MemberId(UUID.randomUUID());
    }
}
