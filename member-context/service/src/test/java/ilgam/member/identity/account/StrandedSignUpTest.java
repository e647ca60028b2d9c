package ilgam.member.identity.account;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import ilgam.member.identity.audit.Client;
import ilgam.member.language.MemberId;
import ilgam.member.people.profile.DisplayName;
import ilgam.member.people.profile.HomeZone;
import ilgam.member.people.profile.Language;
import ilgam.starter.reservation.ReservationKinds;
import ilgam.starter.test.Postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A sign-up whose process died between writing its rows and storing its event. */
@DirtiesContext // its context is not shared
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class StrandedSignUpTest {

    private static final Postgres.Context DATABASES = Postgres.context("member");
    private static final Client SOMEWHERE = new Client(null, null);

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
    private PasswordHashing hashing;

    @Autowired
    private JdbcClient db;

    @Test
    void the_same_password_continues_it() {
        var stranded = stranded("ada@example.com", Duration.ofSeconds(10));

        var member = signUp.signUp(account("ADA@example.com", "correct horse battery"), SOMEWHERE);

        assertThat(member.value()).isEqualTo(stranded);
    }

    @Test
    void another_password_does_not_continue_it() {
        stranded("lin@example.com", Duration.ofSeconds(10));

        assertThatExceptionOfType(AccountRefused.class)
                .isThrownBy(() -> signUp.signUp(account("lin@example.com", "staple of another"), SOMEWHERE))
                .matches(refused -> refused.reason() == AccountRefused.Reason.EMAIL_TAKEN);
    }

    @Test
    void a_sign_up_in_progress_is_not_continued() {
        var underWay = stranded("kim@example.com", Duration.ofSeconds(2));

        assertThatExceptionOfType(AccountRefused.class)
                .isThrownBy(() -> signUp.signUp(account("kim@example.com", "correct horse battery"), SOMEWHERE));
        reservations.sweep();
        assertThat(isThere(underWay)).isTrue();
    }

    @Test
    void after_two_minutes_the_address_is_released() {
        var stranded = stranded("mia@example.com", Duration.ofMinutes(3));

        reservations.sweep();

        assertThat(isThere(stranded)).isFalse();
        var next = signUp.signUp(account("mia@example.com", "staple of another"), SOMEWHERE);
        reservations.sweep();
        assertThat(isThere(next.value())).isTrue();
    }

    private UUID stranded(String email, Duration age) {
        var account = account(email, "correct horse battery");
        var member = UUID.randomUUID();
        reservation.reserve(new MemberId(member), account, hashing.hash(account.password()), SOMEWHERE);
        db.sql("update reservation set taken_at = ? where holder = ?")
                .params(Timestamp.from(Instant.now().minus(age)), member)
                .update();
        return member;
    }

    private boolean isThere(UUID member) {
        return db.sql("select exists (select from account where member_id = ?)")
                .param(member)
                .query(Boolean.class)
                .single();
    }

    private static NewAccount account(String email, String password) {
        return new NewAccount(
                new EmailAddress(email),
                new Password(password),
                new DisplayName("Ada"),
                Language.ENGLISH,
                HomeZone.UTC,
                null,
                null);
    }
}
