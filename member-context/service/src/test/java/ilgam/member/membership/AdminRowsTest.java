package ilgam.member.membership;

import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import ilgam.member.audit.Client;
import ilgam.member.language.MemberId;
import ilgam.member.language.Role;
import ilgam.member.membership.MemberCommand.RegisterMember;
import ilgam.starter.messaging.Commands;
import ilgam.starter.projection.ReadYourWrites;
import ilgam.starter.security.Caller;
import ilgam.starter.test.Postgres;

import static org.assertj.core.api.Assertions.assertThat;

@DirtiesContext // nobody shares it
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class AdminRowsTest {

    private static final Postgres.Context DATABASES = Postgres.context("member");

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        DATABASES.register(registry);
    }

    @Autowired
    private AdminRows admins;

    @Autowired
    private GiveRole giveRole;

    @Autowired
    private Commands commands;

    @Autowired
    private ReadYourWrites writes;

    @Autowired
    private JdbcClient db;

    private MemberId ada = new MemberId(UUID.randomUUID());
    private MemberId lin = new MemberId(UUID.randomUUID());

    @BeforeEach
    void adaAndLinAreAdmins() {
        db.sql("update member set active = false").update();
        db.sql("delete from demotion").update();
        ada = admin();
        lin = admin();
    }

    @Test
    void whoever_is_being_demoted_no_longer_counts() {
        assertThat(admins.remainWithout(ada)).isTrue();
        assertThat(admins.remainWithout(ada)).isTrue();
        assertThat(admins.remainWithout(lin)).isFalse();
    }

    @Test
    void a_demotion_that_never_happened_is_given_up_after_a_minute() {
        admins.remainWithout(ada);
        admins.sweep();
        assertThat(admins.remainWithout(lin)).isFalse();

        aMinutePasses();
        admins.sweep();

        assertThat(admins.remainWithout(lin)).isTrue();
    }

    @Test
    void a_demotion_that_happened_but_is_not_shown_yet_is_not_given_up() {
        giveRole.give(ada, Role.MEMBER, caller(), null, new Client(null, null));
        db.sql("update member set role = 'ADMIN' where id = ?")
                .param(ada.value())
                .update();
        db.sql("insert into demotion values (?, now())").param(ada.value()).update();

        aMinutePasses();
        admins.sweep();

        assertThat(admins.remainWithout(lin)).isFalse();
    }

    private void aMinutePasses() {
        db.sql("update demotion set reserved_at = reserved_at - interval '61 seconds'")
                .update();
    }

    private MemberId admin() {
        var member = new MemberId(UUID.randomUUID());
        commands.send(new RegisterMember(member, Role.ADMIN), caller());
        writes.await(() -> db.sql("select exists (select from member where id = ?)")
                .param(member.value())
                .query(Boolean.class)
                .single());
        return member;
    }

    private static Caller caller() {
        return new Caller(UUID.randomUUID(), "ADMIN", Set.of(), Set.of(), Set.of(), "web");
    }
}
