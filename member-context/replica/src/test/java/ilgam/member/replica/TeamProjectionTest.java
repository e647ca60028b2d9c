package ilgam.member.replica;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import ilgam.member.language.MemberEvent.PersonMerged;
import ilgam.member.language.MemberId;
import ilgam.member.language.TeamEvent;
import ilgam.member.language.TeamEvent.JoinedTeam;
import ilgam.member.language.TeamEvent.LeftTeam;
import ilgam.member.language.TeamEvent.TeamDisbanded;
import ilgam.member.language.TeamEvent.TeamFormed;
import ilgam.member.language.TeamId;
import ilgam.starter.test.FedProjections;
import ilgam.starter.test.Postgres;

import static org.assertj.core.api.Assertions.assertThat;

class TeamProjectionTest {

    private static final MemberId ADA = new MemberId(new UUID(2, 1));
    private static final MemberId LIN = new MemberId(new UUID(2, 2));
    private static final TeamId SHOP = new TeamId(new UUID(3, 1));

    private static final Instant MORNING = Instant.parse("2026-11-18T08:00:00Z");
    private static final Instant TEN = Instant.parse("2026-11-18T10:00:00Z");
    private static final Instant BEFORE_TEN = TEN.minusSeconds(60);
    private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");

    private final FedProjections replica = new FedProjections(
            Postgres.context("work").migrated().dataSource(), beans -> beans.register(MemberReplica.class));

    @AfterEach
    void close() {
        replica.close();
    }

    @Test
    void members_belong_to_a_team_from_joining_until_leaving() {
        happens(MORNING, new TeamFormed(SHOP, "Shop", ADA));
        happens(TEN, new JoinedTeam(SHOP, LIN));
        happens(NOON, new LeftTeam(SHOP, LIN));

        assertThat(membersAt(BEFORE_TEN)).containsExactly(ADA);
        assertThat(membersAt(TEN)).containsExactlyInAnyOrder(ADA, LIN);
        assertThat(membersAt(NOON)).containsExactly(ADA);
    }

    @Test
    void nobody_belongs_to_a_disbanded_team() {
        happens(MORNING, new TeamFormed(SHOP, "Shop", ADA));
        happens(TEN, new TeamDisbanded(SHOP));

        assertThat(membersAt(BEFORE_TEN)).containsExactly(ADA);
        assertThat(membersNow()).isEmpty();
    }

    @Test
    void a_member_takes_over_the_memberships_of_a_person_merged_into_them() {
        happens(MORNING, new TeamFormed(SHOP, "Shop", ADA));
        happens(TEN, new JoinedTeam(SHOP, LIN));
        happens(NOON, new LeftTeam(SHOP, ADA));

        merge(ADA, LIN);

        assertThat(membersAt(MORNING)).containsExactly(LIN);
        assertThat(membersNow()).containsExactly(LIN);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void a_member_whose_last_event_is_leaving_is_not_in_the_team_even_if_the_clock_was_set_back() {
        happens(MORNING, new TeamFormed(SHOP, "Shop", ADA));
        happens(TEN, new JoinedTeam(SHOP, LIN));
        happens(BEFORE_TEN, new LeftTeam(SHOP, LIN));

        assertThat(membersAt(TEN.minusSeconds(30))).containsExactly(ADA);
        assertThat(membersAt(TEN)).containsExactly(ADA);
        assertThat(membersNow()).containsExactly(ADA);

        merge(LIN, ADA);
        assertThat(membersNow()).containsExactly(ADA);
    }

    @Test
    void a_member_whose_last_event_is_joining_is_in_the_team_even_if_the_clock_was_set_back() {
        happens(MORNING, new TeamFormed(SHOP, "Shop", ADA));
        happens(TEN, new LeftTeam(SHOP, ADA));
        happens(BEFORE_TEN, new JoinedTeam(SHOP, ADA));

        assertThat(membersAt(TEN.minusSeconds(30))).containsExactly(ADA);
        assertThat(membersAt(TEN)).containsExactly(ADA);
        assertThat(membersNow()).containsExactly(ADA);
    }

    @Test
    void repeated_events_change_nothing() {
        var formed = replica.event(MORNING, SHOP.value(), new TeamFormed(SHOP, "Shop", ADA), Map.of());
        var left = replica.event(TEN, SHOP.value(), new LeftTeam(SHOP, ADA), Map.of());
        replica.handle(List.of(formed, left));
        replica.handle(List.of(left));

        assertThat(membersAt(BEFORE_TEN)).containsExactly(ADA);
        assertThat(membersNow()).isEmpty();
    }

    private void happens(Instant at, TeamEvent event) {
        replica.handle(List.of(replica.event(at, SHOP.value(), event, Map.of())));
    }

    private void merge(MemberId person, MemberId into) {
        replica.handle(List.of(replica.event(NOON, person.value(), new PersonMerged(person, into), Map.of())));
    }

    private List<MemberId> membersAt(Instant at) {
        return members("from_at <= :at and :at < to_at", at);
    }

    private List<MemberId> membersNow() {
        return members("to_at = 'infinity'", NOON);
    }

    private List<MemberId> members(String condition, Instant at) {
        return replica.the(JdbcClient.class)
                .sql("select member from team_member where " + condition)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new MemberId(row.getObject(1, UUID.class)))
                .list();
    }

    private long rows() {
        return replica.the(JdbcClient.class)
                .sql("select count(*) from team_member")
                .query(Long.class)
                .single();
    }
}
