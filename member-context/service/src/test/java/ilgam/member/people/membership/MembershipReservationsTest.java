package ilgam.member.people.membership;

import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.UUID;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import ilgam.member.identity.administration.GiveRole;
import ilgam.member.identity.audit.Client;
import ilgam.member.language.MemberEvent.PersonMerged;
import ilgam.member.language.MemberId;
import ilgam.member.language.Role;
import ilgam.member.people.membership.MemberCommand.RegisterMember;
import ilgam.starter.messaging.Commands;
import ilgam.starter.projection.ReadYourWrites;
import ilgam.starter.reservation.ReservationKinds;
import ilgam.starter.security.Caller;
import ilgam.starter.test.Postgres;

import static org.assertj.core.api.Assertions.assertThat;

@DirtiesContext // its context is not shared
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class MembershipReservationsTest {

    private static final Postgres.Context DATABASES = Postgres.context("member");

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        DATABASES.register(registry);
    }

    @Autowired
    private AdminRows admins;

    @Autowired
    private MergerRows mergers;

    @Autowired
    private EventStore events;

    @Autowired
    private ReservationKinds reservations;

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
        db.sql("delete from reservation").update();
        ada = admin();
        lin = admin();
    }

    @Test
    void an_admin_who_is_being_demoted_no_longer_counts() {
        assertThat(admins.remainWithout(ada)).isTrue();
        assertThat(admins.remainWithout(ada)).isTrue();
        assertThat(admins.remainWithout(lin)).isFalse();
    }

    @Test
    void the_reservation_of_a_demotion_without_an_event_ends_after_two_minutes() {
        admins.remainWithout(ada);
        reservations.sweep();
        assertThat(admins.remainWithout(lin)).isFalse();

        twoMinutesPass();
        reservations.sweep();

        assertThat(admins.remainWithout(lin)).isTrue();
    }

    @Test
    void the_reservation_of_a_demotion_that_is_not_shown_yet_stays() {
        adaIsDemotedButShownAsAdmin();
        db.sql("insert into reservation (kind, key, holder) values ('demotion', ?, ?)")
                .params(ada.toString(), ada.value())
                .update();

        twoMinutesPass();
        reservations.sweep();

        assertThat(db.sql("select holder from reservation").query(UUID.class).list())
                .contains(ada.value());
    }

    @Test
    void a_former_admin_who_is_still_shown_as_one_does_not_count() {
        adaIsDemotedButShownAsAdmin();

        assertThat(admins.remainWithout(lin)).isFalse();
    }

    @Test
    void a_merger_stored_while_the_reverse_one_is_decided_is_not_missed() {
        assertThat(mergers.admit(ada, lin)).isTrue();
        var meanwhile = new MergerRows(db, reservations, thenStored(() -> mergers.on(new PersonMerged(ada, lin))));

        assertThat(meanwhile.admit(lin, ada)).isFalse();
    }

    /**
     * An event store that answers from what is stored and then runs {@code event}, as if it were stored concurrently.
     */
    private EventStore thenStored(Runnable event) {
        return (EventStore) Proxy.newProxyInstance(
                EventStore.class.getClassLoader(), new Class<?>[] {EventStore.class}, (_, method, arguments) -> {
                    var answer = method.invoke(events, arguments);
                    event.run();
                    return answer;
                });
    }

    private void adaIsDemotedButShownAsAdmin() {
        giveRole.give(ada, Role.MEMBER, caller(), null, new Client(null, null));
        db.sql("update member set role = 'ADMIN' where id = ?")
                .param(ada.value())
                .update();
    }

    private void twoMinutesPass() {
        db.sql("update reservation set taken_at = taken_at - interval '121 seconds'")
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
