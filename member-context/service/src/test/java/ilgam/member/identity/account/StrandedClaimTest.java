package ilgam.member.identity.account;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import ilgam.member.identity.admission.Invitations;
import ilgam.member.identity.admission.NewInvitation;
import ilgam.member.identity.audit.Client;
import ilgam.member.identity.secret.Secret;
import ilgam.member.language.MemberId;
import ilgam.member.language.Role;
import ilgam.member.people.membership.MemberCommand.EraseMember;
import ilgam.member.people.membership.MemberCommand.MergePerson;
import ilgam.member.people.persons.People;
import ilgam.member.people.profile.DisplayName;
import ilgam.member.people.profile.HomeZone;
import ilgam.member.people.profile.Language;
import ilgam.starter.ids.Ids;
import ilgam.starter.messaging.Commands;
import ilgam.starter.reservation.ReservationKinds;
import ilgam.starter.security.Caller;
import ilgam.starter.test.Postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** A claim whose process died between writing its rows and storing its event. */
@DirtiesContext // its context is not shared
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class StrandedClaimTest {

    private static final Postgres.Context DATABASES = Postgres.context("member");
    private static final Client SOMEWHERE = new Client(null, null);
    private static final Password PASSWORD = new Password("correct horse battery");

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        DATABASES.register(registry);
    }

    @Autowired
    private SignUp signUp;

    @Autowired
    private AccountReservation reservation;

    @Autowired
    private ReservationKinds reservations;

    @Autowired
    private Invitations invitations;

    @Autowired
    private People people;

    @Autowired
    private Commands commands;

    @Autowired
    private PasswordHashing hashing;

    @Autowired
    private JdbcClient db;

    private final Secret secret = Secret.fresh("");

    @BeforeEach
    void somebodyIsFirst() {
        if (db.sql("select exists (select from founder)").query(Boolean.class).single()) return;
        signUp.signUp(account("first@example.com", null), SOMEWHERE);
    }

    @Test
    void the_same_password_continues_it() {
        var person = stranded("ada", Duration.ofSeconds(10));

        assertThat(signUp.signUp(account("ada@example.com", secret), SOMEWHERE)).isEqualTo(person);

        assertThat(nameOf(person)).isEqualTo("Chosen");
        assertThat(isThere(person)).isTrue();
    }

    @Test
    void after_two_minutes_the_person_can_be_claimed_again_and_has_the_previous_name() {
        var person = stranded("lin", Duration.ofMinutes(3));

        reservations.sweep();

        assertThat(isThere(person)).isFalse();
        assertThat(nameOf(person)).isEqualTo("lin");
        assertThat(signUp.signUp(account("other@example.com", secret), SOMEWHERE))
                .isEqualTo(person);
        reservations.sweep();
        assertThat(isThere(person)).isTrue();
    }

    @Test
    void a_person_who_was_merged_meanwhile_is_not_claimed() {
        var person = stranded("kim", Duration.ofSeconds(10));
        var into = signUp.signUp(account("into@example.com", null), SOMEWHERE);
        commands.send(new MergePerson(person, into), MetaData.emptyInstance());

        refused("kim@example.com");

        assertThat(isThere(person)).isFalse();
        assertThat(db.sql("select count(*) from account_claim")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_person_who_was_erased_meanwhile_stays_a_former_member() {
        var person = stranded("mia", Duration.ofSeconds(10));
        var address = reservation
                .begun(account("mia@example.com", secret))
                .orElseThrow()
                .address();
        commands.send(new EraseMember(person, null), MetaData.emptyInstance());
        await().until(() -> !isThere(person));

        address.release();

        assertThat(nameOf(person)).isEmpty();
    }

    private void refused(String email) {
        assertThatExceptionOfType(AccountRefused.class)
                .isThrownBy(() -> signUp.signUp(account(email, secret), SOMEWHERE))
                .matches(refused -> refused.reason() == AccountRefused.Reason.HISTORY_TAKEN);
    }

    private MemberId stranded(String name, Duration age) {
        var person = new MemberId(people.known(List.of(name), MetaData.emptyInstance())
                .values()
                .iterator()
                .next());
        invitations.invite(
                new NewInvitation(null, Role.MEMBER, null, person, Duration.ofDays(1), null),
                secret,
                theFirst(),
                SOMEWHERE);
        reservation.reserve(
                new MemberId(Ids.next()), account(name + "@example.com", secret), hashing.hash(PASSWORD), SOMEWHERE);
        db.sql("update reservation set taken_at = ? where holder = ?")
                .params(Timestamp.from(Instant.now().minus(age)), person.value())
                .update();
        return person;
    }

    private Caller theFirst() {
        var founder = db.sql("select member_id from founder").query(UUID.class).single();
        return new Caller(founder, "ADMIN", Set.of("admin"), Set.of(), Set.of(), "web");
    }

    private boolean isThere(MemberId member) {
        return db.sql("select exists (select from account where member_id = ?)")
                .param(member.value())
                .query(Boolean.class)
                .single();
    }

    private String nameOf(MemberId member) {
        return db.sql("select display_name from profile where member_id = ?")
                .param(member.value())
                .query(String.class)
                .single();
    }

    private static NewAccount account(String email, @Nullable Secret invitation) {
        return new NewAccount(
                new EmailAddress(email),
                PASSWORD,
                new DisplayName("Chosen"),
                Language.ENGLISH,
                HomeZone.UTC,
                null,
                null,
                invitation);
    }
}
