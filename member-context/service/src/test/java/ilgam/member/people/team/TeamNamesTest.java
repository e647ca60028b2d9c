package ilgam.member.people.team;

import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import ilgam.member.language.MemberId;
import ilgam.member.language.TeamEvent.TeamFormed;
import ilgam.member.language.TeamEvent.TeamRenamed;
import ilgam.member.language.TeamId;
import ilgam.member.people.team.TeamCommand.FormTeam;
import ilgam.starter.messaging.Commands;
import ilgam.starter.messaging.RuleRefused;
import ilgam.starter.reservation.ReservationKinds;
import ilgam.starter.security.Caller;
import ilgam.starter.test.Postgres;

import static ilgam.member.people.team.TeamRefused.Reason.TEAM_NAME_TAKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DirtiesContext // its context is not shared
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class TeamNamesTest {

    private static final Postgres.Context DATABASES = Postgres.context("member");

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        DATABASES.register(registry);
    }

    @Autowired
    private TeamNames names;

    @Autowired
    private ReservationKinds reservations;

    @Autowired
    private Commands commands;

    @Autowired
    private JdbcClient db;

    private final TeamName name = TeamName.typed("Team " + UUID.randomUUID());
    private final TeamId shop = new TeamId(UUID.randomUUID());
    private final TeamId other = new TeamId(UUID.randomUUID());

    @Test
    void a_name_is_taken_by_one_team() {
        names.take(name, shop);
        names.take(name, shop);

        assertThatThrownBy(() -> names.take(name, other))
                .isInstanceOfSatisfying(
                        TeamRefused.class,
                        refused -> assertThat(RuleRefused.reasonOf(refused)).isEqualTo(TEAM_NAME_TAKEN));
    }

    @Test
    void an_unconfirmed_name_is_free_after_two_minutes() {
        names.take(name, shop);
        twoMinutesPass();

        reservations.sweep();

        names.take(name, other);
    }

    @Test
    void the_name_of_a_team_whose_event_is_not_shown_yet_is_kept() {
        names.take(name, shop);
        var ada = UUID.randomUUID();
        commands.<Long>send(
                new FormTeam(shop, name, new MemberId(ada)),
                new Caller(ada, "MANAGER", Set.of("write"), Set.of(), Set.of(), "web"));
        db.sql("update reservation set confirmed = false where kind = 'team-name' and holder = ?")
                .param(shop.value())
                .update();
        twoMinutesPass();

        reservations.sweep();

        assertThatThrownBy(() -> names.take(name, other)).isInstanceOf(TeamRefused.class);
    }

    @Test
    void a_team_that_returns_to_its_former_name_keeps_it() {
        var between = TeamName.typed("Team " + UUID.randomUUID());
        names.take(name, shop);
        names.on(new TeamFormed(shop, name.text(), new MemberId(UUID.randomUUID())));
        names.take(between, shop);
        names.take(name, shop);

        names.on(new TeamRenamed(shop, between.text()));

        assertThatThrownBy(() -> names.take(name, other)).isInstanceOf(TeamRefused.class);
        names.on(new TeamRenamed(shop, name.text()));
        names.take(between, other);
        assertThatThrownBy(() -> names.take(name, other)).isInstanceOf(TeamRefused.class);
    }

    private void twoMinutesPass() {
        db.sql("update reservation set taken_at = taken_at - interval '121 seconds' where holder = ?")
                .param(shop.value())
                .update();
    }
}
